package se.ehealthsdk.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.ehealthsdk.testpki.TestPki;

/** A modular program uses the SDK on the real module path, in a JVM of its own. */
class ModulePathTest {

    private static final String MODULE_INFO =
            "module journey { requires se.ehealthsdk.audit; requires se.ehealthsdk.certificate;"
                    + " requires se.ehealthsdk.discharge; requires se.ehealthsdk.hsa; requires se.ehealthsdk.person;"
                    + " requires se.ehealthsdk.siths; }";

    /** Client and endpoint are built and used as far as that goes without a network. */
    private static final String PROGRAM =
            """
            package journey;

            import java.io.ByteArrayInputStream;
            import java.net.URI;
            import java.nio.file.Path;
            import java.util.List;
            import java.util.Map;
            import java.util.Optional;
            import se.ehealthsdk.audit.*;
            import se.ehealthsdk.certificate.check.*;
            import se.ehealthsdk.certificate.document.*;
            import se.ehealthsdk.core.error.ConnectionException;
            import se.ehealthsdk.core.identifier.HsaId;
            import se.ehealthsdk.core.identifier.PersonId;
            import se.ehealthsdk.core.rivta.*;
            import se.ehealthsdk.core.tls.*;
            import se.ehealthsdk.core.user.ActingUser;
            import se.ehealthsdk.discharge.event.CaseId;
            import se.ehealthsdk.hsa.contract.OrganizationContracts;
            import se.ehealthsdk.outbox.*;
            import se.ehealthsdk.person.LookupProfile;
            import se.ehealthsdk.person.PersonClient;
            import se.ehealthsdk.siths.certificate.*;
            import se.ehealthsdk.siths.login.*;
            import se.ehealthsdk.siths.signature.*;
            import se.ehealthsdk.siths.validation.*;

            public class Journey {
                public static void main(String[] arguments) throws Exception {
                    HsaId own = HsaId.of("SE2321000016-TESTSYS");
                    Credential credential =
                            Credential.pkcs12(Path.of(arguments[0]), arguments[1].toCharArray());
                    Environment environment =
                            Environment.of(
                                    "none", URI.create("https://localhost:1"), TrustAnchors.system());
                    try (RivtaClient client =
                            RivtaClient.builder()
                                    .environment(environment)
                                    .credential(credential)
                                    .build()) {
                        if (!client.consumer().equals(own)) {
                            throw new AssertionError("another consumer");
                        }
                        try {
                            PersonClient.on(client)
                                    .person(PersonId.parse("191212121212"), LookupProfile.P2);
                        } catch (ConnectionException nobodyThere) {
                            System.out.println("persons " + nobodyThere.stage());
                        }
                        System.out.println("case " + CaseId.of("TST-1"));
                        JdbcOutbox outbox = Outbox.sqlite(Path.of(arguments[4]));
                        try (AccessLog log =
                                AccessLog.builder(outbox, LogService.on(client))
                                        .appendOnly()
                                        .open()) {
                            log.append(
                                    AccessRecord.reading(PersonId.parse("191212121212"))
                                            .by(
                                                    new ActingUser(
                                                            own,
                                                            Optional.empty(),
                                                            Optional.empty(),
                                                            Optional.empty(),
                                                            Optional.of(new ActingUser.CareUnit(own, Optional.empty())),
                                                            new ActingUser.CareProvider(
                                                                    own, Optional.empty(), Optional.empty())))
                                            .in(own)
                                            .purpose(se.ehealthsdk.audit.Purpose.CARE_AND_TREATMENT)
                                            .resource(ResourceType.CERTIFICATE)
                                            .build());
                            System.out.println("kept " + outbox.figures().pending());
                        }
                    }
                    for (RivtaContract<?, ?> contract : OrganizationContracts.all()) {
                        System.out.println(contract);
                    }
                    EndpointResponse response =
                            RivtaEndpoint.builder()
                                    .build()
                                    .handle(
                                            new EndpointRequest(
                                                    "POST",
                                                    Map.of("Content-Type", "text/xml; charset=utf-8"),
                                                    new ByteArrayInputStream(arguments[2].getBytes("UTF-8")),
                                                    Optional.empty()));
                    System.out.println("status " + response.status());
                    System.out.println(SithsCertificate.of(credential.certificate()));
                    try (CertificateValidator validator =
                            CertificateValidator.trusting(
                                            TrustAnchors.of(List.of(credential.chain().get(1))))
                                    .withoutRevocationAtOwnRisk()
                                    .build()) {
                        System.out.println(
                                "trusted "
                                        + validator
                                                .validate(credential.chain(), se.ehealthsdk.siths.validation.Purpose.FUNCTION)
                                                .trusted());
                    }
                    Intyg read = Intyg.read(arguments[3].getBytes("UTF-8"));
                    System.out.println(
                            "findings "
                                    + !CertificateChecker.create()
                                            .check(read, CheckMode.OFFICIAL)
                                            .isEmpty());
                    byte[] signed =
                            XmlDocumentSigner.with(credential).sign(arguments[3].getBytes("UTF-8"));
                    System.out.println(
                            "signed "
                                    + XmlDocumentVerifier.integrityOnlyWithoutTrust()
                                            .verify(signed)
                                            .valid());
                    try (IdentityProvider idp =
                            IdentityProvider.builder(URI.create("https://localhost:1/oidc"))
                                    .client("c", ClientAuthentication.secret("s".toCharArray()))
                                    .redirectUri(URI.create("https://localhost/callback"))
                                    .trust(TrustAnchors.system())
                                    .build()) {
                        idp.begin(
                                LoginRequest.builder().levels(AssuranceLevel.LOA3).build(),
                                "session");
                    } catch (ConnectionException nobodyThere) {
                        System.out.println("idp " + nobodyThere.stage());
                    }
                }
            }
            """;

    private static final String CALL =
            "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body>"
                    + "<Ask xmlns='urn:riv:example:AskResponder:1'/></e:Body></e:Envelope>";

    private static final String DOCUMENT =
            "<intyg xmlns='urn:riv:clinicalprocess:healthcond:certificate:3'"
                    + " xmlns:t='urn:riv:clinicalprocess:healthcond:certificate:types:3'><intygs-id>"
                    + "<t:root>SE2321000016-TESTSYS</t:root><t:extension>1</t:extension></intygs-id>"
                    + "<version>2.0</version></intyg>";

    @Test
    void program_onTheModulePath_runsToItsEnd(@TempDir Path directory) throws Exception {
        String modulePath = modulePath(directory.resolve("classes"));
        compile(directory, modulePath);
        char[] password = "unused".toCharArray();
        Path credential =
                TestPki.shared().function("SE2321000016-TESTSYS").writePkcs12(directory, password);
        Path output = directory.resolve("output.txt");

        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-p",
                                modulePath,
                                "-m",
                                "journey/journey.Journey",
                                credential.toString(),
                                new String(password),
                                CALL,
                                DOCUMENT,
                                // on a disk, which a folder for temporary files need not be
                                Files.createTempDirectory(
                                                Path.of("target").toAbsolutePath(), "outbox-")
                                        .toString())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();

        boolean ended = program.waitFor(2, TimeUnit.MINUTES);
        if (!ended) {
            program.destroyForcibly();
        }
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        assertThat(program.exitValue()).as(said).isZero();
        assertThat(said)
                .contains("urn:riv:infrastructure:directory:organization:GetUnitResponder:5")
                .contains("status 500")
                .contains("SithsCertificate[FUNCTION")
                .contains("trusted true")
                .contains("signed true")
                .contains("findings true")
                .contains("kept 1")
                .contains("persons CONNECT")
                .contains("case TST-1")
                .contains("idp CONNECT");
    }

    private static void compile(Path directory, String modulePath) throws IOException {
        Path moduleInfo = directory.resolve("module-info.java");
        Path program = directory.resolve("Journey.java");
        Files.writeString(moduleInfo, MODULE_INFO);
        Files.writeString(program, PROGRAM);

        int result =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-p",
                                modulePath,
                                "-d",
                                directory.resolve("classes").toString(),
                                moduleInfo.toString(),
                                program.toString());

        assertThat(result).isZero();
    }

    /** What a user of sdk-hsa, sdk-siths, sdk-audit, sdk-certificate, sdk-person and sdk-discharge gets from Maven, and the program. */
    private static String modulePath(Path program) {
        Set<String> jars = new TreeSet<>(DependencyTree.jarsWith("sdk-core"));
        jars.addAll(DependencyTree.jarsWith("sdk-hsa"));
        jars.addAll(DependencyTree.jarsWith("sdk-siths"));
        jars.addAll(DependencyTree.jarsWith("sdk-outbox"));
        jars.addAll(DependencyTree.jarsWith("sdk-audit"));
        jars.addAll(DependencyTree.jarsWith("sdk-certificate"));
        jars.addAll(DependencyTree.jarsWith("sdk-person"));
        jars.addAll(DependencyTree.jarsWith("sdk-discharge"));
        List<Path> entries = new ArrayList<>();
        entries.add(program);
        entries.add(SdkModules.locations().get("se.ehealthsdk.core"));
        entries.add(SdkModules.locations().get("se.ehealthsdk.hsa"));
        entries.add(SdkModules.locations().get("se.ehealthsdk.siths"));
        entries.add(SdkModules.locations().get("se.ehealthsdk.outbox"));
        entries.add(SdkModules.locations().get("se.ehealthsdk.audit"));
        entries.add(SdkModules.locations().get("se.ehealthsdk.certificate"));
        entries.add(SdkModules.locations().get("se.ehealthsdk.person"));
        entries.add(SdkModules.locations().get("se.ehealthsdk.discharge"));
        SdkModules.classPath().stream()
                .filter(entry -> jars.contains(entry.getFileName().toString()))
                .forEach(entries::add);
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
