package se.ehealthsdk.testkit.accesslog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import se.ehealthsdk.core.xml.ElementWriter;

/**
 * A log element, written by its paths so that any of them can be wrong. A path is {@code user/careUnit/...};
 * what follows {@code #} tells repeated elements apart and is not written.
 */
final class LogXml {

    static final String PATIENT = "191212121212";

    private final Map<String, String> values = new LinkedHashMap<>();

    static LogXml complete() {
        LogXml log = new LogXml();
        return log.with("logId", UUID.randomUUID().toString())
                .with("system/systemId", "SE2321000016-EHR")
                .with("system/systemName", "Journalen")
                .with("activity/activityType", "Läsa")
                .with("activity/activityLevel", "intyg-1")
                .with("activity/activityArgs", "a=b")
                .with("activity/startDate", "2026-11-20T10:15:30.123")
                .with("activity/purpose", "Vård och behandling")
                .with("user/userId", "SE2321000016-USER")
                .with("user/name", "Lena Lindgren")
                .with("user/personId/root", "1.2.752.129.2.1.3.1")
                .with("user/personId/extension", "198001022381")
                .with("user/assignment", "Läkare på Kliniken")
                .with("user/title", "Läkare")
                .with("user/careProvider/careProviderId", "SE2321000016-VG1")
                .with("user/careProvider/careProviderName", "Regionen")
                .with("user/careUnit/careUnitId", "SE2321000016-VE1")
                .with("user/careUnit/careUnitName", "Kliniken")
                .resource("", PATIENT, "SE2321000016-VG1");
    }

    /** One more resource. */
    LogXml resource(String mark, String patient, String owner) {
        String path = "resources/resource" + mark;
        return with(path + "/resourceType", "Intyg")
                .with(path + "/patient/patientId/root", "1.2.752.129.2.1.3.1")
                .with(path + "/patient/patientId/extension", patient)
                .with(path + "/patient/patientName", "Tolvan Tolvansson")
                .with(path + "/careProvider/careProviderId", owner)
                .with(path + "/careUnit/careUnitId", "SE2321000016-VE9");
    }

    LogXml with(String path, String value) {
        values.put(path, value);
        return this;
    }

    /** Without an element, and all below it. */
    LogXml without(String path) {
        values.keySet().removeIf(each -> each.equals(path) || each.startsWith(path + "/"));
        return this;
    }

    String logId() {
        return values.getOrDefault("logId", "");
    }

    void write(ElementWriter out) throws XMLStreamException {
        List<String> open = new ArrayList<>();
        for (Map.Entry<String, String> each : values.entrySet()) {
            List<String> path = List.of(each.getKey().split("/"));
            List<String> parents = path.subList(0, path.size() - 1);
            while (!isPrefix(open, parents)) {
                open.remove(open.size() - 1);
                out.end();
            }
            for (String name : parents.subList(open.size(), parents.size())) {
                out.start(name.replaceAll("#.*", ""));
            }
            open = new ArrayList<>(parents);
            out.text(path.get(path.size() - 1), each.getValue());
        }
        for (int i = open.size(); i > 0; i--) {
            out.end();
        }
    }

    private static boolean isPrefix(List<String> open, List<String> path) {
        return open.size() <= path.size() && path.subList(0, open.size()).equals(open);
    }
}
