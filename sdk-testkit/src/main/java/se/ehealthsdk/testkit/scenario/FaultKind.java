package se.ehealthsdk.testkit.scenario;

import java.util.List;
import java.util.Map;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.testkit.check.Text;

/** A kind of fault, by the name that files and the Admin API have for it. {@link FaultKinds} has them all. */
public final class FaultKind {

    /** Makes the fault of what was chosen. */
    @FunctionalInterface
    interface Maker {
        Object make(Settings settings);
    }

    private final String service;
    private final String name;
    private final List<FaultSetting> settings;
    private final Text text;
    private final Maker maker;

    FaultKind(String service, String name, List<FaultSetting> settings, Text text, Maker maker) {
        this.service = service;
        this.name = name;
        this.settings = List.copyOf(settings);
        this.text = text;
        this.maker = maker;
    }

    /** The service where it is met, one of {@link FaultKinds#services()}. */
    public String service() {
        return service;
    }

    /** Its name, unique within the service. */
    public String name() {
        return name;
    }

    /** What can be chosen. */
    public List<FaultSetting> settings() {
        return settings;
    }

    /** What goes wrong, in a sentence. */
    public Text text() {
        return text;
    }

    /**
     * The fault, as {@link se.ehealthsdk.testkit.Fault} or {@link se.ehealthsdk.testkit.accesslog.LogFault}.
     *
     * @param values by name
     * @throws InvalidInputException if one is unknown, missing or not right; tells which there are
     */
    public Object make(Map<String, String> values) {
        return maker.make(Settings.of(this, values));
    }

    /** Service and name. */
    @Override
    public String toString() {
        return service + "/" + name;
    }
}
