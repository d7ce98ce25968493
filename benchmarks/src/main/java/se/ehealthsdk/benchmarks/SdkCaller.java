package se.ehealthsdk.benchmarks;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import se.ehealthsdk.benchmarks.wire.storelog.StoreLogResponseType;
import se.ehealthsdk.benchmarks.wire.storelog.StoreLogType;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.Environment;
import se.ehealthsdk.core.rivta.RateLimit;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.HsaClient;
import se.ehealthsdk.hsa.contract.GetEmployee;

/**
 * This SDK as a vendor sets it up, nothing switched off. Only HSA's pace, ten look-ups a second, is raised
 * beyond what can be reached: it is a promise to HSA and not a cost of a call.
 */
final class SdkCaller implements Caller {

    private static final RivtaContract<StoreLogType, StoreLogResponseType> STORE_LOG =
            RivtaContract.update(
                    "informationsecurity:auditing:log",
                    "StoreLog",
                    2,
                    StoreLogType.class,
                    StoreLogResponseType.class);

    private static final int UNREACHED = 1_000_000;

    private final RivtaClient platform;
    private final LogicalAddress address = LogicalAddress.of(Stage.LOGICAL_ADDRESS);
    private final HsaClient hsa;
    private final LogRecords logRecords = new LogRecords();

    SdkCaller(Stage stage) {
        platform =
                RivtaClient.builder()
                        .environment(
                                Environment.of(
                                        "benchmark",
                                        URI.create(stage.url()),
                                        TrustAnchors.pem(stage.trustedRoots())))
                        .credential(Credential.pkcs12(stage.clientPkcs12(), Stage.password()))
                        .build();
        hsa = HsaClient.builder(platform).lookupLimit(RateLimit.perSecond(UNREACHED)).build();
    }

    @Override
    public int call(Workload work) {
        return work == Workload.WRITE ? write() : ask(work.hsaId());
    }

    private int ask(String hsaId) {
        int named = 0;
        for (Employee person :
                hsa.employeesIncludingProtectedPerson(GetEmployee.of(HsaId.of(hsaId)))) {
            named += person.middleAndSurname().isEmpty() ? 0 : 1;
        }
        return named;
    }

    private int write() {
        var result = platform.call(STORE_LOG, address, logRecords.next()).result;
        return "OK".equals(requireNonNull(result).resultCode) ? 1 : 0;
    }
}
