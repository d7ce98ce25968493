package se.ehealthsdk.discharge.policy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.discharge.event.CareParty;
import se.ehealthsdk.discharge.policy.PolicyValues.Setting;

/**
 * The rules that hold for a case: the Act, or a region's agreement on top of it. An immutable value, read from data: what is
 * inference is a value there with its source and how sure we are, never a constant here.
 *
 * <p>Shipped: the Act in each of its versions, Region Stockholm, Västra Götaland and Skåne. A region's own is a file that
 * extends one of them, or {@link #with} a few other values.
 */
public final class Policy {

    private final Head head;
    private final Map<String, Setting> settings;
    private final Deadlines deadlines;
    private final PaymentTerms payment;
    private final ConsentTerms consent;
    private final Gates gates;
    private final ContentProfile content;
    private final CompulsoryCareTerms compulsoryCare;
    private final FallbackTerms fallback;
    private final DocumentStatus documentStatus;
    private final RoleTable roles;
    private final List<Track> tracks;
    private final List<LocalRule> rules;
    private final Optional<Track> track;

    private Policy(Head head, Map<String, Setting> settings, Optional<Track> track) {
        this.head = head;
        this.settings = settings;
        this.track = track;
        this.deadlines = section("deadlines", Deadlines::of);
        this.payment = section("payment", PaymentTerms::of);
        this.consent = section("consent", ConsentTerms::of);
        this.gates = section("gates", Gates::of);
        this.content = section("content", ContentProfile::of);
        this.compulsoryCare = section("compulsoryCare", CompulsoryCareTerms::of);
        this.fallback = section("fallback", FallbackTerms::of);
        this.documentStatus =
                section("document", values -> values.choice("status", DocumentStatus.class));
        this.roles = section("roles", Policy::roles);
        this.tracks = section("tracks", Policy::tracks);
        this.rules = section("rules", Policy::rules);
    }

    /** The Act alone, as it reads now: its latest version that is known here. */
    public static Policy act() {
        return ShippedPolicies.ACT.get(ShippedPolicies.ACT.size() - 1);
    }

    /**
     * The Act alone, as it read on a day.
     *
     * @param day Swedish date
     * @throws InvalidInputException when the day is before it came into force, 2018-01-01
     */
    public static Policy act(LocalDate day) {
        return ShippedPolicies.ACT.stream()
                .filter(version -> version.holdsOn(day))
                .findFirst()
                .orElseThrow(
                        () ->
                                new InvalidInputException(
                                        "day",
                                        "is before lag (2017:612) came into force",
                                        "2018-01-01 or later"));
    }

    /** The Act in 2018: 30 days in psychiatric care, for those who had agreed on nothing else. */
    public static Policy psychiatricTransition2018() {
        return act(LocalDate.of(2018, 1, 1));
    }

    /** Region Stockholm's agreement from 2020-01-01: a mean over all cases, whose level and start are not confirmed. */
    public static Policy stockholm2020() {
        return byId("stockholm-2020");
    }

    /** Västra Götaland's agreement from 2020-04-01: a mean of 3 days, and single cases after 7. */
    public static Policy vastraGotaland2020() {
        return byId("vastra-gotaland-2020");
    }

    /** Skåne's agreement: a mean of 3 days. */
    public static Policy skane() {
        return byId("skane");
    }

    /** All that are shipped. */
    public static List<Policy> all() {
        return ShippedPolicies.ALL;
    }

    /**
     * A shipped policy.
     *
     * @throws InvalidInputException when none has that id
     */
    public static Policy byId(String id) {
        return ShippedPolicies.find(id)
                .orElseThrow(
                        () ->
                                new InvalidInputException(
                                        "policy",
                                        "is not shipped",
                                        "one of "
                                                + ShippedPolicies.ALL.stream()
                                                        .map(Policy::id)
                                                        .toList()));
    }

    /**
     * A policy of your own, as JSON. It may extend a shipped one.
     *
     * @throws InvalidInputException when a key is unknown, missing, twice there, or its value of the wrong form; names the
     *     key
     * @throws IOException when the file cannot be read
     */
    public static Policy read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    /** As {@link #read(Path)}; the stream is left open. */
    public static Policy read(InputStream in) throws IOException {
        return read(in, List.of());
    }

    /**
     * As {@link #read(Path)}, of a policy that may extend one of yours.
     *
     * @param own looked in before the shipped ones
     */
    public static Policy read(InputStream in, Collection<Policy> own) throws IOException {
        return PolicyFile.read(
                in,
                id ->
                        own.stream()
                                .filter(each -> each.id().equals(id))
                                .findFirst()
                                .or(() -> ShippedPolicies.find(id)));
    }

    static Policy of(Head head, Map<String, Setting> settings) {
        return new Policy(head, Map.copyOf(settings), Optional.empty());
    }

    /**
     * A copy with another value, which is held against the same rules as in a file.
     *
     * @param key as in the files, for example {@code payment.cutoff}; all of them: {@link #origins()}
     * @param value a number, text, truth, enum constant, time, duration, or a list of such
     * @param origin where the value comes from
     * @throws InvalidInputException when there is no such key or the value is of the wrong form
     */
    public Policy with(String key, Object value, Origin origin) {
        return replaced(key, new Setting(Optional.of(plain(value)), origin));
    }

    /**
     * A copy without a value: no limit, or not known.
     *
     * @throws InvalidInputException when there is no such key or it has to have a value
     */
    public Policy without(String key, Origin origin) {
        return replaced(key, new Setting(Optional.empty(), origin));
    }

    /**
     * A copy for a case on one of the policy's tracks: duties to send what the track does not have do not apply.
     *
     * @throws InvalidInputException when the policy has no such track
     */
    public Policy onTrack(String id) {
        Track chosen =
                tracks.stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new InvalidInputException(
                                                "track",
                                                "is not one of the policy's",
                                                "one of "
                                                        + tracks.stream().map(Track::id).toList()));
        return new Policy(head, settings, Optional.of(chosen));
    }

    /** A short name, for example {@code act-2020} or {@code stockholm-2020}. */
    public String id() {
        return head.id();
    }

    /** For people, in Swedish. */
    public String name() {
        return head.name();
    }

    /** The first day that it holds for, Swedish date. */
    public LocalDate from() {
        return head.from();
    }

    /** The last day; empty while it holds. */
    public Optional<LocalDate> to() {
        return head.to();
    }

    /** The id of the policy that it extends; empty when it says everything itself. */
    public Optional<String> parent() {
        return head.parent();
    }

    /** Where its own values come from, as they are cited. */
    public List<String> sources() {
        return head.sources();
    }

    /** Whether it holds on a day, Swedish date. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from()) && to().filter(day::isAfter).isEmpty();
    }

    /** How long the parties have. */
    public Deadlines deadlines() {
        return deadlines;
    }

    /** When payment liability begins. */
    public PaymentTerms payment() {
        return payment;
    }

    /** What each step needs of consent. */
    public ConsentTerms consent() {
        return consent;
    }

    /** What has to be done before the patient leaves. */
    public Gates gates() {
        return gates;
    }

    /** What messages may hold. */
    public ContentProfile content() {
        return content;
    }

    /** Of patients who pass to open compulsory care. */
    public CompulsoryCareTerms compulsoryCare() {
        return compulsoryCare;
    }

    /** When paper may be used. */
    public FallbackTerms fallback() {
        return fallback;
    }

    /** What a message counts as. */
    public DocumentStatus documentStatus() {
        return documentStatus;
    }

    /** Who may say what. */
    public RoleTable roles() {
        return roles;
    }

    /** The region's tracks; none in the Act. */
    public List<Track> tracks() {
        return tracks;
    }

    /** The track that this copy is for; empty for all. */
    public Optional<Track> track() {
        return track;
    }

    /** The duties that the region has added. */
    public List<LocalRule> rules() {
        return rules;
    }

    /**
     * Where a value comes from, and how sure we are.
     *
     * @param key as in the files, for example {@code payment.cutoff}
     * @throws InvalidInputException when there is no such key
     */
    public Origin origin(String key) {
        Setting setting = settings.get(key);
        if (setting == null) {
            throw PolicyValues.unknown(key, new TreeMap<>(settings).keySet());
        }
        return setting.origin();
    }

    /** Where each value comes from, by key, sorted. */
    public Map<String, Origin> origins() {
        Map<String, Origin> all = new TreeMap<>();
        settings.forEach((key, setting) -> all.put(key, setting.origin()));
        return all;
    }

    /** The values that rest on one weak source or on our own reading, by key, sorted. Confirm them before you claim money. */
    public Map<String, Origin> unconfirmed() {
        Map<String, Origin> all = origins();
        all.values().removeIf(Origin::isConfirmed);
        return all;
    }

    Map<String, Setting> settings() {
        return settings;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Policy that
                && head.equals(that.head)
                && settings.equals(that.settings)
                && track.equals(that.track);
    }

    @Override
    public int hashCode() {
        return head.hashCode();
    }

    /** The id. */
    @Override
    public String toString() {
        return "Policy[" + id() + "]";
    }

    private static final String RECIPIENTS = ".recipients";

    static final Set<String> SECTIONS =
            Set.of(
                    "deadlines",
                    "payment",
                    "consent",
                    "gates",
                    "content",
                    "compulsoryCare",
                    "fallback",
                    "document",
                    "roles",
                    "tracks",
                    "rules");

    private Policy replaced(String key, Setting setting) {
        origin(key);
        Map<String, Setting> changed = new LinkedHashMap<>(settings);
        changed.put(key, setting);
        return new Policy(head, Map.copyOf(changed), track);
    }

    /** As {@link JsonTree} would have read it. */
    private static Object plain(Object value) {
        if (value instanceof Boolean || value instanceof BigDecimal) {
            return value;
        }
        if (value instanceof Integer || value instanceof Long) {
            return BigDecimal.valueOf(((Number) value).longValue());
        }
        if (value instanceof Collection<?> all) {
            return all.stream().map(Policy::plain).toList();
        }
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    private <T> T section(String name, Function<PolicyValues, T> reader) {
        PolicyValues values = new PolicyValues(name, settings);
        T section = reader.apply(values);
        values.done();
        return section;
    }

    private static RoleTable roles(PolicyValues values) {
        RoleTable table = RoleTable.GENERAL;
        for (String key : values.keys()) {
            String kind = key.replace(RECIPIENTS, "");
            values.kinds(key, List.of(kind));
            table =
                    key.equals(kind)
                            ? table.with(kind, values.choices(key, CareParty.class))
                            : table.withRecipients(kind, values.choices(key, CareParty.class));
        }
        return table;
    }

    private static List<Track> tracks(PolicyValues values) {
        return values.keys().stream()
                .sorted()
                .map(
                        id -> {
                            values.object(id, Set.of("name", "steps"));
                            return new Track(
                                    id,
                                    values.part(id, "name"),
                                    values.kinds(id, values.parts(id, "steps")));
                        })
                .toList();
    }

    private static List<LocalRule> rules(PolicyValues values) {
        return values.keys().stream().sorted().map(id -> LocalRule.of(id, values)).toList();
    }

    /** What is not inherited. */
    record Head(
            String id,
            String name,
            LocalDate from,
            Optional<LocalDate> to,
            Optional<String> parent,
            List<String> sources) {}
}
