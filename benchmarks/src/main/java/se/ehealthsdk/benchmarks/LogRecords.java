package se.ehealthsdk.benchmarks;

import java.util.List;
import java.util.UUID;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import se.ehealthsdk.benchmarks.wire.log.ActivityType;
import se.ehealthsdk.benchmarks.wire.log.CareProviderType;
import se.ehealthsdk.benchmarks.wire.log.CareUnitType;
import se.ehealthsdk.benchmarks.wire.log.IIType;
import se.ehealthsdk.benchmarks.wire.log.LogType;
import se.ehealthsdk.benchmarks.wire.log.PatientType;
import se.ehealthsdk.benchmarks.wire.log.ResourceType;
import se.ehealthsdk.benchmarks.wire.log.ResourcesType;
import se.ehealthsdk.benchmarks.wire.log.SystemType;
import se.ehealthsdk.benchmarks.wire.log.UserType;
import se.ehealthsdk.benchmarks.wire.storelog.StoreLogType;

/**
 * Builds StoreLog requests with one record: a doctor reads three kinds of information about a patient.
 * Everyone is invented; the patient's number is the customary test number.
 */
final class LogRecords {

    private static final String PERSONNUMMER_OID = "1.2.752.129.2.1.3.1";

    private final DatatypeFactory times;

    LogRecords() {
        try {
            times = DatatypeFactory.newInstance();
        } catch (DatatypeConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    StoreLogType next() {
        StoreLogType order = new StoreLogType();
        order.log = List.of(log());
        return order;
    }

    private LogType log() {
        LogType log = new LogType();
        log.logId = UUID.randomUUID().toString();
        log.system = new SystemType();
        log.system.systemId = "SE2321000016-TESTSYS";
        log.system.systemName = "Journalsystemet Provjournal";
        log.activity = new ActivityType();
        log.activity.activityType = "Läsa";
        log.activity.activityLevel = "Journaltext, läkemedelslista och provsvar";
        log.activity.startDate = times.newXMLGregorianCalendar("2026-11-20T14:03:27.512");
        log.activity.purpose = "Vård och behandling";
        log.user = user();
        log.resources = new ResourcesType();
        log.resources.resource =
                List.of(resource("Vårddokumentation"), resource("Läkemedel"), resource("Provsvar"));
        return log;
    }

    private static UserType user() {
        UserType user = new UserType();
        user.userId = "SE2321000016-TESTLAK1";
        user.name = "Åsa Påhittsson";
        user.assignment = "Vård och behandling, Vårdcentralen Provinge Centrum";
        user.title = "Läkare";
        user.careProvider = careProvider();
        user.careUnit = careUnit();
        return user;
    }

    private static ResourceType resource(String type) {
        ResourceType resource = new ResourceType();
        resource.resourceType = type;
        resource.patient = new PatientType();
        resource.patient.patientId = new IIType();
        resource.patient.patientId.root = PERSONNUMMER_OID;
        resource.patient.patientId.extension = "191212121212";
        resource.patient.patientName = "Tolvan Tolvansson";
        resource.careProvider = careProvider();
        resource.careUnit = careUnit();
        return resource;
    }

    private static CareProviderType careProvider() {
        CareProviderType provider = new CareProviderType();
        provider.careProviderId = "SE2321000016-TESTVG1";
        provider.careProviderName = "Region Provinge";
        return provider;
    }

    private static CareUnitType careUnit() {
        CareUnitType unit = new CareUnitType();
        unit.careUnitId = "SE2321000016-TESTVE1";
        unit.careUnitName = "Vårdcentralen Provinge Centrum";
        return unit;
    }
}
