package se.ehealthsdk.examples;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.identifier.Personnummer;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.core.rivta.RivtaServer;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.core.xml.ElementReader;
import se.ehealthsdk.core.xml.ElementWriter;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.testkit.NationalServices;

/** Certificates (intyg) of a made-up service, in a contract of this example's own: any other works as well. */
final class CertificateArchive implements AutoCloseable {

    /**
     * A certificate.
     *
     * @param id its id
     * @param patient whom it is about
     * @param title what it is called
     */
    record Certificate(String id, PersonId patient, String title) {}

    static final RivtaContract<String, Certificate> GET_CERTIFICATE =
            RivtaContract.query("example:archive", "GetCertificate", 1, new Id(), new Whole());

    private final RivtaServer server;

    private CertificateArchive(RivtaServer server) {
        this.server = server;
    }

    /** Starts it with the certificate that everybody gets, whatever is asked for. */
    static CertificateArchive start(NationalServices services, PersonId patient) {
        return new CertificateArchive(
                RivtaServer.start(
                        RivtaEndpoint.builder()
                                .on(
                                        GET_CERTIFICATE,
                                        (id, caller) -> new Certificate(id, patient, "Läkarintyg"))
                                .build(),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        services.credential(services.pki().server("localhost")),
                        TrustAnchors.of(services.pki().trustedRoots())));
    }

    URI url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
    }

    private static final class Id implements MessageCodec<String> {

        @Override
        public void write(String id, ElementWriter out) throws XMLStreamException {
            out.text("certificateId", id);
        }

        @Override
        public String read(ElementReader in) throws XMLStreamException {
            String id = "";
            while (in.nextChild()) {
                if (in.name().equals("certificateId")) {
                    id = in.text();
                } else {
                    in.skip();
                }
            }
            return id;
        }
    }

    private static final class Whole implements MessageCodec<Certificate> {

        @Override
        public void write(Certificate certificate, ElementWriter out) throws XMLStreamException {
            out.text("certificateId", certificate.id());
            out.text("patientId", certificate.patient().value());
            out.text("title", certificate.title());
        }

        @Override
        public Certificate read(ElementReader in) throws XMLStreamException {
            String id = "";
            String patient = "";
            String title = "";
            while (in.nextChild()) {
                switch (in.name()) {
                    case "certificateId" -> id = in.text();
                    case "patientId" -> patient = in.text();
                    case "title" -> title = in.text();
                    default -> in.skip();
                }
            }
            return new Certificate(id, Personnummer.of(patient), title);
        }
    }
}
