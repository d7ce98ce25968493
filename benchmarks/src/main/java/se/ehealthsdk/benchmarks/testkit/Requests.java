package se.ehealthsdk.benchmarks.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;

/** Requests as bytes that are ready but for an id. */
final class Requests {

    /** Doctors, a nurse, an administrator, somebody protected. */
    static final List<String> PEOPLE =
            List.of(
                    "TSTNMT2321000156-1001",
                    "TSTNMT2321000156-1002",
                    "TSTNMT2321000156-1003",
                    "TSTNMT2321000156-1004",
                    "TSTNMT2321000156-1005");

    private static final String GET_EMPLOYEE =
            "urn:riv:infrastructure:directory:employee:GetEmployeeIncludingProtectedPersonResponder:4";
    private static final String ID = "5f1c0a52-3a5e-4b7e-9a42-0d6e2f4f7a10";

    private Requests() {}

    /** One for each of {@link #PEOPLE}. */
    static List<byte[]> lookUps(int port) {
        return PEOPLE.stream()
                .map(
                        person ->
                                post(
                                        port,
                                        "/vp/infrastructure/directory/employee/GetEmployeeIncludingProtectedPerson/4/rivtabp21",
                                        "SE165565594230-1000",
                                        "<GetEmployeeIncludingProtectedPerson xmlns=\""
                                                + GET_EMPLOYEE
                                                + "\"><personHsaId>"
                                                + person
                                                + "</personHsaId></GetEmployeeIncludingProtectedPerson>"))
                .toList();
    }

    /**
     * One certificate, whose id is exchanged for each sending.
     *
     * @param registration an element RegisterCertificate, with the id that all have
     */
    static byte[] registration(int port, String registration) {
        return post(
                port,
                "/vp/clinicalprocess/healthcond/certificate/RegisterCertificate/3/rivtabp21",
                "5565594230",
                registration.substring(registration.indexOf("?>") + 2));
    }

    /** Where the id is in a registration. */
    static int idIn(byte[] registration) {
        int at = new String(registration, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(ID);
        if (at < 0) {
            throw new IllegalStateException("the certificate has another id");
        }
        return at;
    }

    /** Puts an id that nobody else has in its place. */
    static void renew(byte[] registration, int at) {
        byte[] id = UUID.randomUUID().toString().getBytes(UTF_8);
        System.arraycopy(id, 0, registration, at, id.length);
    }

    private static byte[] post(int port, String path, String logicalAddress, String content) {
        byte[] body =
                ("<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\"><soapenv:Header>"
                                + "<r:LogicalAddress xmlns:r=\"urn:riv:itintegration:registry:1\">"
                                + logicalAddress
                                + "</r:LogicalAddress></soapenv:Header><soapenv:Body>"
                                + content
                                + "</soapenv:Body></soapenv:Envelope>")
                        .getBytes(UTF_8);
        byte[] head =
                ("POST "
                                + path
                                + " HTTP/1.1\r\nHost: localhost:"
                                + port
                                + "\r\nContent-Type: text/xml; charset=UTF-8\r\nSOAPAction: \"\"\r\nContent-Length: "
                                + body.length
                                + "\r\n\r\n")
                        .getBytes(UTF_8);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }
}
