package se.ehealthsdk.testkit.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.core.error.ProtocolException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.hsa.Unit;
import se.ehealthsdk.hsa.index.UnitIndex;
import se.ehealthsdk.hsa.unitfile.UnitFile;
import se.ehealthsdk.hsa.unitfile.UnitFileEntry;
import se.ehealthsdk.hsa.unitfile.UnitFileReader;
import se.ehealthsdk.testkit.NationalServices;
import se.ehealthsdk.testkit.hsa.DirectoryUnit;
import se.ehealthsdk.testpki.IssuedCertificate;

class UnitFileStandInTest {

    private static final Instant MADE = Instant.parse("2026-06-01T01:25:00Z");

    private static NationalServices services;

    @BeforeAll
    static void start() {
        services = NationalServices.start();
        services.unitFile();
    }

    @AfterAll
    static void stop() {
        services.close();
    }

    @BeforeEach
    void reset() {
        services.reset();
    }

    @Test
    void index_ofTheFile_answersAsTheContractsDo(@TempDir Path home) throws Exception {
        UnitIndex index = UnitFile.of(saved(fetch(), home)).index(MADE);
        try (RivtaClient platform = services.client()) {
            HsaClient hsa = HsaClient.on(platform);
            assertThat(index.report().problems()).isEmpty();
            for (DirectoryUnit each : services.hsa().units()) {
                HsaId id = each.hsaId();
                assertThat(index.careUnitOf(id)).as(id.value()).isEqualTo(hsa.careUnitOf(id));
                assertThat(index.unit(id).map(it -> it.unit().name()))
                        .as(id.value())
                        .isEqualTo(hsa.unit(id).map(Unit::name));
                assertThat(index.unit(id).map(it -> it.unit().publicName()))
                        .as(id.value())
                        .isEqualTo(hsa.unit(id).map(Unit::publicName));
                assertThat(index.unit(id).map(it -> it.unit().validity()))
                        .as(id.value())
                        .isEqualTo(hsa.unit(id).map(Unit::validity));
            }
        }
    }

    @Test
    void fetch_withTheTagOfTheSameFile_isNotSentAgain() throws Exception {
        String tag = fetch().headers().firstValue("etag").orElseThrow();

        assertThat(fetch(system(), tag).statusCode()).isEqualTo(304);
        assertThat(services.unitFile().downloads()).isEqualTo(1);

        services.hsa().remove(HsaId.of("TSTNMT2321000156-VE07"));
        assertThat(fetch(system(), tag).statusCode()).isEqualTo(200);
    }

    @Test
    void fetch_byOneWhoIsNotAdmitted_isForbidden() throws Exception {
        IssuedCertificate stranger = services.pki().function("SE2321000016-OTHER");

        assertThat(fetch(stranger, "").statusCode()).isEqualTo(403);
        services.unitFile().admit(HsaId.of("SE2321000016-OTHER"));
        assertThat(fetch(stranger, "").statusCode()).isEqualTo(200);
    }

    @Test
    void faults_areMetOnce(@TempDir Path home) throws Exception {
        services.unitFile().next(UnitFileFault.UNAVAILABLE);
        assertThat(fetch().statusCode()).isEqualTo(503);

        services.unitFile().next(UnitFileFault.CUT_OFF);
        assertThatThrownBy(UnitFileStandInTest::fetch).isInstanceOf(IOException.class);

        for (UnitFileFault damaged :
                List.of(
                        UnitFileFault.HALF_A_ZIP,
                        UnitFileFault.HALF_THE_XML,
                        UnitFileFault.NOT_A_ZIP,
                        UnitFileFault.SAME_PLACE_TWICE)) {
            services.unitFile().next(damaged);
            UnitFile file = UnitFile.of(saved(fetch(), home));
            assertThatThrownBy(() -> file.index(MADE))
                    .as(damaged.name())
                    .isInstanceOf(ProtocolException.class);
        }
        assertThat(UnitFile.of(saved(fetch(), home)).index(MADE).size()).isPositive();
    }

    @Test
    void incompleteUnits_areSkippedAndTold(@TempDir Path home) throws Exception {
        services.unitFile().next(UnitFileFault.INCOMPLETE_UNITS);
        try (UnitFileReader units = UnitFile.of(saved(fetch(), home)).open()) {
            List<HsaId> told = units.stream().map(UnitFileEntry::hsaId).toList();

            assertThat(told)
                    .contains(HsaId.of("TSTNMT2321000156-VE01"))
                    .doesNotContain(HsaId.of("TSTNMT2321000156-VE09"));
            assertThat(units.report().skipped()).isEqualTo(3);
        }
    }

    private static IssuedCertificate system() {
        return services.pki().function(NationalServices.SYSTEM_HSA_ID);
    }

    private static Path saved(HttpResponse<byte[]> response, Path home) throws IOException {
        assertThat(response.statusCode()).isEqualTo(200);
        return Files.write(home.resolve("hsaunits.zip"), response.body());
    }

    private static HttpResponse<byte[]> fetch() throws IOException, InterruptedException {
        return fetch(system(), "");
    }

    private static HttpResponse<byte[]> fetch(IssuedCertificate certificate, String tag)
            throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(
                                services.credential(certificate)
                                        .sslContext(TrustAnchors.of(services.pki().trustedRoots())))
                        .build();
        HttpRequest.Builder request = HttpRequest.newBuilder(services.unitFile().url());
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
