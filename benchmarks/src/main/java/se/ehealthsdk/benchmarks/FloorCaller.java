package se.ehealthsdk.benchmarks;

import static java.util.Objects.requireNonNull;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import se.ehealthsdk.benchmarks.wire.getemployee.GetEmployeeIncludingProtectedPersonType;
import se.ehealthsdk.benchmarks.wire.storelog.StoreLogType;

/** The floor: Apache HttpClient posts bytes made beforehand and drains the answer. No XML at all. */
final class FloorCaller implements Caller {

    private record Exchange(byte[] request, int answerSize) {}

    private static final ContentType XML = ContentType.TEXT_XML.withCharset(StandardCharsets.UTF_8);

    private final CloseableHttpClient client;
    private final String url;
    private final Map<Workload, Exchange> exchanges = new EnumMap<>(Workload.class);
    private final byte[] buffer = new byte[8192];

    FloorCaller(Stage stage) throws IOException, GeneralSecurityException, JAXBException {
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(Stage.keyManagers(stage.clientPkcs12()), stage.trustManagers(), null);
        client =
                HttpClients.custom()
                        .setConnectionManager(
                                PoolingHttpClientConnectionManagerBuilder.create()
                                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                                        .build())
                        .disableConnectionState() // or every call makes a connection of its own
                        .build();
        url = stage.url();
        for (Workload work : Workload.all()) {
            exchanges.put(work, new Exchange(request(work), Answers.to(work).length));
        }
    }

    /** The bytes of a request: the envelope and the message that the others make anew for every call. */
    static byte[] request(Workload work) throws JAXBException {
        Object message;
        if (work == Workload.WRITE) {
            message = new LogRecords().next();
        } else {
            GetEmployeeIncludingProtectedPersonType question =
                    new GetEmployeeIncludingProtectedPersonType();
            question.personHsaId = work.hsaId();
            message = question;
        }
        Marshaller marshaller =
                JAXBContext.newInstance(
                                StoreLogType.class, GetEmployeeIncludingProtectedPersonType.class)
                        .createMarshaller();
        marshaller.setProperty(Marshaller.JAXB_FRAGMENT, true);
        StringWriter body = new StringWriter();
        marshaller.marshal(message, body);
        String header =
                "<LogicalAddress xmlns=\"urn:riv:itintegration:registry:1\">"
                        + (Stage.LOGICAL_ADDRESS + "</LogicalAddress>");
        return Answers.envelope(header, body.toString()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public int call(Workload work) throws IOException {
        Exchange exchange = requireNonNull(exchanges.get(work));
        HttpPost post = new HttpPost(url);
        post.setEntity(new ByteArrayEntity(exchange.request, XML));
        int drained = client.execute(post, response -> drain(response.getEntity().getContent()));
        return drained == exchange.answerSize ? work.records() : 0;
    }

    private int drain(InputStream content) throws IOException {
        int total = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            total += read;
        }
        return total;
    }
}
