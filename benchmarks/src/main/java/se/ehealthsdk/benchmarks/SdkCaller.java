package se.ehealthsdk.benchmarks;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import se.ehealthsdk.benchmarks.wire.getemployee.GetEmployeeIncludingProtectedPersonResponseType;
import se.ehealthsdk.benchmarks.wire.getemployee.GetEmployeeIncludingProtectedPersonType;
import se.ehealthsdk.benchmarks.wire.storelog.StoreLogResponseType;
import se.ehealthsdk.benchmarks.wire.storelog.StoreLogType;
import se.ehealthsdk.core.identifier.LogicalAddress;
import se.ehealthsdk.core.rivta.Environment;
import se.ehealthsdk.core.rivta.RivtaClient;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.tls.Credential;
import se.ehealthsdk.core.tls.TrustAnchors;

/** This SDK as a vendor sets it up, nothing switched off. */
final class SdkCaller implements Caller {

    private static final RivtaContract<
                    GetEmployeeIncludingProtectedPersonType,
                    GetEmployeeIncludingProtectedPersonResponseType>
            GET_EMPLOYEE =
                    RivtaContract.query(
                            "infrastructure:directory:employee",
                            "GetEmployeeIncludingProtectedPerson",
                            4,
                            GetEmployeeIncludingProtectedPersonType.class,
                            GetEmployeeIncludingProtectedPersonResponseType.class);
    private static final RivtaContract<StoreLogType, StoreLogResponseType> STORE_LOG =
            RivtaContract.update(
                    "informationsecurity:auditing:log",
                    "StoreLog",
                    2,
                    StoreLogType.class,
                    StoreLogResponseType.class);

    private final RivtaClient platform;
    private final LogicalAddress address = LogicalAddress.of(Stage.LOGICAL_ADDRESS);
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
    }

    @Override
    public int call(Workload work) {
        return work == Workload.WRITE ? write() : ask(work.hsaId());
    }

    private int ask(String hsaId) {
        GetEmployeeIncludingProtectedPersonType question =
                new GetEmployeeIncludingProtectedPersonType();
        question.personHsaId = hsaId;
        var people = platform.call(GET_EMPLOYEE, address, question).personInformation;
        int named = 0;
        for (var person : requireNonNull(people)) {
            named += requireNonNull(person.middleAndSurName).isEmpty() ? 0 : 1;
        }
        return named;
    }

    private int write() {
        var result = platform.call(STORE_LOG, address, logRecords.next()).result;
        return "OK".equals(requireNonNull(result).resultCode) ? 1 : 0;
    }
}
