package se.ehealthsdk.benchmarks;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.frontend.ClientProxy;
import org.apache.cxf.jaxws.JaxWsProxyFactoryBean;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transport.http.HTTPConduitFactory;
import org.apache.cxf.transport.http.URLConnectionHTTPConduit;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.benchmarks.wire.employee.PersonInformationType;
import se.ehealthsdk.benchmarks.wire.getemployee.GetEmployeeIncludingProtectedPersonType;
import se.ehealthsdk.benchmarks.wire.getemployee.GetEmployeePort;
import se.ehealthsdk.benchmarks.wire.storelog.StoreLogPort;

/**
 * Apache CXF as its guide recommends: one proxy, reused; no logging, no schema validation; requests of
 * known length; time limits as long as the SDK's.
 */
final class CxfCaller implements Caller {

    private static final Logger LOG = Logger.getLogger("org.apache.cxf");

    private final Stage stage;
    private final Bus bus = BusFactory.newInstance().createBus();
    private final LogRecords logRecords = new LogRecords();
    private @Nullable GetEmployeePort employees;
    private @Nullable StoreLogPort logs;

    /**
     * @param urlConnection whether to use HttpURLConnection instead of CXF's default, java.net.http; the
     *     same as {@code -Dorg.apache.cxf.transport.http.forceURLConnection=true}, for this bus only
     */
    CxfCaller(Stage stage, boolean urlConnection) {
        this.stage = stage;
        LOG.setLevel(Level.WARNING); // or each proxy greets on standard error
        if (urlConnection) {
            bus.setExtension(
                    (factory, owner, info, target) ->
                            new URLConnectionHTTPConduit(owner, info, target),
                    HTTPConduitFactory.class);
        }
    }

    /** Made when first used, as the other one does not belong in a cold start. */
    private GetEmployeePort employees() throws IOException, GeneralSecurityException {
        if (employees == null) {
            employees = proxy(GetEmployeePort.class);
        }
        return employees;
    }

    private StoreLogPort logs() throws IOException, GeneralSecurityException {
        if (logs == null) {
            logs = proxy(StoreLogPort.class);
        }
        return logs;
    }

    private <T> T proxy(Class<T> port) throws IOException, GeneralSecurityException {
        JaxWsProxyFactoryBean factory = new JaxWsProxyFactoryBean();
        factory.setBus(bus);
        factory.setAddress(stage.url());
        T proxy = factory.create(port);
        TLSClientParameters tls = new TLSClientParameters();
        tls.setKeyManagers(Stage.keyManagers(stage.clientPkcs12()));
        tls.setTrustManagers(stage.trustManagers());
        HTTPClientPolicy policy = new HTTPClientPolicy();
        policy.setConnectionTimeout(5_000);
        policy.setReceiveTimeout(40_000);
        policy.setAllowChunking(false);
        HTTPConduit conduit = conduit(proxy);
        conduit.setTlsClientParameters(tls);
        conduit.setClient(policy);
        return proxy;
    }

    private static HTTPConduit conduit(Object proxy) {
        return (HTTPConduit) ClientProxy.getClient(proxy).getConduit();
    }

    /** The transport in use, as CXF names it. */
    String transport() throws IOException, GeneralSecurityException {
        return conduit(employees()).getClass().getSimpleName();
    }

    @Override
    public int call(Workload work) throws IOException, GeneralSecurityException {
        return work == Workload.WRITE ? write() : ask(work.hsaId());
    }

    private int ask(String hsaId) throws IOException, GeneralSecurityException {
        GetEmployeeIncludingProtectedPersonType question =
                new GetEmployeeIncludingProtectedPersonType();
        question.personHsaId = hsaId;
        List<PersonInformationType> people =
                employees().getEmployee(Stage.LOGICAL_ADDRESS, question).personInformation;
        int named = 0;
        for (PersonInformationType person : requireNonNull(people)) {
            named += requireNonNull(person.middleAndSurName).isEmpty() ? 0 : 1;
        }
        return named;
    }

    private int write() throws IOException, GeneralSecurityException {
        var result = logs().storeLog(Stage.LOGICAL_ADDRESS, logRecords.next()).result;
        return "OK".equals(requireNonNull(result).resultCode) ? 1 : 0;
    }
}
