package se.ehealthsdk.discharge.careplan;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.Environment;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;

/**
 * A process of its own with a small heap: asks for a plan with a document of 10 MiB, or answers with one, and prints the
 * document's checksum. Started by {@link CarePlanMemoryTest}.
 */
public final class TenMegabytes {

    static final int SIZE = 10 << 20;
    private static final char[] PASSWORD = "unused".toCharArray();

    private TenMegabytes() {}

    static byte[] document() {
        byte[] bytes = new byte[SIZE];
        new Random(42).nextBytes(bytes);
        return bytes;
    }

    static long checksum(InputStream in) throws IOException {
        CRC32 sum = new CRC32();
        byte[] part = new byte[8192];
        for (int read = in.read(part); read >= 0; read = in.read(part)) {
            sum.update(part, 0, read);
        }
        return sum.getValue();
    }

    static RivtaEndpoint endpoint(DocumentBytes document) {
        CarePlan plan =
                CarePlan.builder("1", Plans.SYSTEM, PatientId.of(Plans.TOLVAN))
                        .title("Stor plan")
                        .accountable(
                                AccountableProfessional.of(
                                        Plans.RECORDED, Plans.DOCTOR, Plans.UNIT, Plans.PROVIDER))
                        .content(PlanContent.of(MediaType.PDF, document))
                        .build();
        return CarePlanProducer.builder((patient, system) -> List.of(plan))
                .build()
                .answerOn(RivtaEndpoint.builder())
                .build();
    }

    static DocumentBytes ask(RivtaClient platform) {
        return CarePlanClient.on(platform)
                .ask(
                        CarePlanQuestion.about(Plans.TOLVAN).build(),
                        LogicalAddress.of(Plans.SYSTEM))
                .plans()
                .get(0)
                .contents()
                .get(0)
                .value()
                .orElseThrow();
    }

    public static void main(String[] args) throws Exception {
        if (args[0].equals("client")) {
            TrustAnchors trust = TrustAnchors.pem(Path.of(args[2]));
            try (RivtaClient platform =
                    RivtaClient.builder()
                            .environment(Environment.of("test", URI.create(args[1]), trust))
                            .credential(Credential.pkcs12(Path.of(args[3]), PASSWORD))
                            .build()) {
                DocumentBytes document = ask(platform);
                // the second copy, while the first is held
                byte[] copy = document.bytes();
                System.out.println(checksum(document.open()) + " " + Arrays.hashCode(copy));
            }
        } else {
            DocumentBytes document =
                    args[0].equals("file")
                            ? DocumentBytes.ofFile(Path.of(args[1]))
                            : DocumentBytes.of(Files.readAllBytes(Path.of(args[1])));
            String request =
                    "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Header>"
                            + "<LogicalAddress xmlns=\"urn:riv:itintegration:registry:1\">"
                            + Plans.SYSTEM.value()
                            + "</LogicalAddress></soap:Header><soap:Body><GetCarePlans"
                            + " xmlns=\"urn:riv:clinicalprocess:logistics:logistics:GetCarePlansResponder:2\""
                            + " xmlns:c=\"urn:riv:clinicalprocess:logistics:logistics:3\"><patientId>"
                            + "<c:id>191212121212</c:id><c:type>1.2.752.129.2.1.3.1</c:type></patientId>"
                            + "</GetCarePlans></soap:Body></soap:Envelope>";
            var response =
                    endpoint(document)
                            .handle(
                                    new se.ehealthsdk.core.rivta.EndpointRequest(
                                            "POST",
                                            java.util.Map.of(),
                                            new java.io.ByteArrayInputStream(
                                                    request.getBytes(
                                                            java.nio.charset.StandardCharsets
                                                                    .UTF_8)),
                                            java.util.Optional.empty()));
            System.out.println(response.status() + " " + checksum(response.body()));
        }
    }
}
