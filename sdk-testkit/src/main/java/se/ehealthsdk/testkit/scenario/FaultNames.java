package se.ehealthsdk.testkit.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.testkit.Fault;
import se.ehealthsdk.testkit.accesslog.LogFault;
import se.ehealthsdk.testkit.certificate.CertificateFault;
import se.ehealthsdk.testkit.discharge.DischargeFault;
import se.ehealthsdk.testkit.scenario.FaultKinds.Named;

/** The way back: from a fault to its name and settings. */
final class FaultNames {

    private FaultNames() {}

    static Optional<Named> of(Object fault) {
        if (fault instanceof Fault platform) {
            return Optional.of(new Named(platform.kind(), platform.settings()));
        }
        if (fault instanceof Enum<?> constant) {
            return named(FaultKinds.kebab(constant));
        }
        if (fault instanceof LogFault log) {
            return of(log);
        }
        if (fault instanceof CertificateFault certificate) {
            return of(certificate);
        }
        return fault instanceof DischargeFault discharge ? of(discharge) : Optional.empty();
    }

    private static Optional<Named> of(LogFault fault) {
        if (fault instanceof LogFault.AnswerLost) {
            return named("answer-lost");
        }
        if (fault instanceof LogFault.Late late) {
            return named(
                    late.storedFirst() ? "answer-late" : "stored-late",
                    "wait",
                    late.time().toString());
        }
        if (fault instanceof LogFault.Repeated) {
            return named("repeated-by-platform");
        }
        if (fault instanceof LogFault.Refusal refusal) {
            return Optional.of(
                    new Named("result", settings("code", refusal.code(), refusal.text())));
        }
        if (fault instanceof LogFault.Info info) {
            return named("info", "text", info.text());
        }
        if (fault instanceof LogFault.SoapFault soap) {
            return named("soap-fault", "text", soap.text());
        }
        LogFault.BadRecord bad = (LogFault.BadRecord) fault;
        return Optional.of(
                new Named(
                        "bad-record", settings("place", String.valueOf(bad.place()), bad.text())));
    }

    private static Optional<Named> of(CertificateFault fault) {
        if (fault instanceof CertificateFault.AnswerLost) {
            return named("answer-lost");
        }
        if (fault instanceof CertificateFault.AnswerLate late) {
            return named("answer-late", "wait", late.time().toString());
        }
        if (fault instanceof CertificateFault.Refusal refusal) {
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put("text", refusal.text());
            refusal.errorId().ifPresent(id -> settings.put("error-id", id));
            return Optional.of(new Named("error", settings));
        }
        CertificateFault.SoapFault soap = (CertificateFault.SoapFault) fault;
        return named("soap-fault", "text", soap.text());
    }

    private static Optional<Named> of(DischargeFault fault) {
        if (fault instanceof DischargeFault.AnswerLost) {
            return named("answer-lost");
        }
        if (fault instanceof DischargeFault.NoAnswer) {
            return named("no-answer");
        }
        if (fault instanceof DischargeFault.AnswerLate late) {
            return named("answer-late", "wait", late.by().toString());
        }
        if (fault instanceof DischargeFault.Busy) {
            return named("busy");
        }
        if (fault instanceof DischargeFault.Refused refused) {
            return Optional.of(
                    new Named("refused", Map.of("code", refused.code(), "text", refused.text())));
        }
        DischargeFault.Status status = (DischargeFault.Status) fault;
        return named("status", "status", String.valueOf(status.status()));
    }

    private static Map<String, String> settings(String name, String value, Optional<String> text) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(name, value);
        text.ifPresent(it -> settings.put("text", it));
        return settings;
    }

    private static Optional<Named> named(String kind) {
        return Optional.of(new Named(kind, Map.of()));
    }

    private static Optional<Named> named(String kind, String setting, String value) {
        return Optional.of(new Named(kind, Map.of(setting, value)));
    }
}
