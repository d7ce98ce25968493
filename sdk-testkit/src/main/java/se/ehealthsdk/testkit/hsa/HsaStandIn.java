package se.ehealthsdk.testkit.hsa;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;
import se.ehealthsdk.core.rivta.RivtaEndpoint;
import se.ehealthsdk.hsa.CareProvider;
import se.ehealthsdk.hsa.Commission;
import se.ehealthsdk.testkit.data.DataFolder;
import se.ehealthsdk.testkit.internal.data.DataReader;

/**
 * The directory behind the stand-in of HSA: people, units, care providers and commissions, which a test can
 * add to, change and take from at any time. What is changed is seen by the next call. Safe for use by many
 * threads.
 *
 * <p>HSA's ways are kept: what is unknown, or not visible, or lacks what the contract requires, is left out
 * of the answer without a word.
 */
public final class HsaStandIn {

    private final Population initial;
    private final Clock clock;
    private volatile Population population;
    private volatile Instant hospLastUpdate;
    private volatile long revision;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private HsaStandIn(Population initial, Clock clock) {
        this.initial = initial;
        this.population = initial;
        this.clock = clock;
        this.hospLastUpdate = today(clock);
    }

    /** The people, units and care providers that come with the testkit. */
    public static HsaStandIn shipped() {
        return new HsaStandIn(Persona.SHIPPED, Clock.systemUTC());
    }

    /** The units and care providers that come with the testkit, and no other people than these. */
    public static HsaStandIn of(Persona... people) {
        return new HsaStandIn(Persona.SHIPPED.with(List.of(people)), Clock.systemUTC());
    }

    /** What is in files of one's own, with what comes with the testkit or in its place, as the files say. */
    public static HsaStandIn of(DataFolder data) {
        Population all = (data.replaces() ? Population.NOBODY : Persona.SHIPPED).and(data);
        return new HsaStandIn(all, Clock.systemUTC());
    }

    /** Nothing and nobody. */
    public static HsaStandIn empty() {
        return new HsaStandIn(Population.NOBODY, Clock.systemUTC());
    }

    /**
     * What is described in files, in YAML or JSON, and nothing else; the testkit's own {@code population.yaml} shows how.
     * Patients in them are left to the person data service.
     *
     * @throws se.ehealthsdk.core.error.ConfigurationException if a file cannot be read
     * @throws se.ehealthsdk.testkit.data.InvalidDataException if something in a file is wrong
     */
    public static HsaStandIn read(Path... files) {
        Population all = Population.of(DataReader.files(List.of(files), DataReader.NOTHING));
        return new HsaStandIn(all, Clock.systemUTC());
    }

    /** The same directory, as it was at the start, by another clock. */
    public HsaStandIn withClock(Clock time) {
        return new HsaStandIn(initial, time);
    }

    /** Adds a person, in the place of one of the same name. */
    public void add(Persona persona) {
        change(all -> all.with(persona));
    }

    /** Takes a person away. */
    public void remove(Persona persona) {
        removePersona(persona.name());
    }

    /** Takes the person with this name away; nothing happens if there is none. */
    public void removePersona(String name) {
        change(
                all ->
                        all.with(
                                all.personas().stream()
                                        .filter(each -> !each.name().equals(name))
                                        .toList()));
    }

    /**
     * Puts a person in the place of another, under a new name if it has one; the others stay in their order.
     *
     * @param name of whom there is
     * @throws InvalidInputException if there is nobody of this name, or another of the new name
     */
    public void replace(String name, Persona persona) {
        change(all -> all.replacing(name, persona));
    }

    /** Adds a unit, in the place of one with the same HSA-id. */
    public void addUnit(DirectoryUnit unit) {
        change(all -> all.with(unit));
    }

    /** Adds a care provider, in the place of one with the same HSA-id. */
    public void addCareProvider(CareProvider provider) {
        change(all -> all.with(provider));
    }

    /** Adds a commission, in the place of one with the same HSA-id. */
    public void addCommission(DirectoryCommission commission) {
        change(all -> all.with(commission));
    }

    /** Takes a unit, a care provider or a commission away. */
    public void remove(HsaId id) {
        change(all -> all.without(id));
    }

    /** Makes a post a member of a commission, without limits in time. */
    public void giveCommission(HsaId post, HsaId commission) {
        giveCommission(post, Membership.of(commission));
    }

    /** Makes a post a member of a commission for a time. */
    public void giveCommission(HsaId post, Membership membership) {
        change(
                all ->
                        all.changing(
                                post,
                                it ->
                                        new Post(
                                                it.employee(),
                                                it.credentials(),
                                                with(it.memberships(), membership),
                                                it.adminScopes())));
    }

    /** Ends a post's membership of a commission. */
    public void endCommission(HsaId post, HsaId commission) {
        change(
                all ->
                        all.changing(
                                post,
                                it ->
                                        new Post(
                                                it.employee(),
                                                it.credentials(),
                                                it.memberships().stream()
                                                        .filter(
                                                                each ->
                                                                        !each.commission()
                                                                                .equals(commission))
                                                        .toList(),
                                                it.adminScopes())));
    }

    /**
     * The person with this name.
     *
     * @throws InvalidInputException if there is none
     */
    public Persona persona(String name) {
        return population.persona(name);
    }

    /** The person with this name; empty if there is none. */
    public Optional<Persona> findPersona(String name) {
        return population.personas().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The unit with this HSA-id; empty if there is none. */
    public Optional<DirectoryUnit> findUnit(HsaId id) {
        return population.unit(id);
    }

    /** The care provider with this HSA-id; empty if there is none. */
    public Optional<CareProvider> findCareProvider(HsaId id) {
        return population.provider(id);
    }

    /** The commission with this HSA-id; empty if there is none. */
    public Optional<DirectoryCommission> findCommission(HsaId id) {
        return Optional.ofNullable(population.commissions().get(id));
    }

    /** All people. */
    public List<Persona> personas() {
        return population.personas();
    }

    /** All units. */
    public List<DirectoryUnit> units() {
        return List.copyOf(population.units().values());
    }

    /** All care providers. */
    public List<CareProvider> careProviders() {
        return List.copyOf(population.providers().values());
    }

    /** All commissions. */
    public List<DirectoryCommission> commissions() {
        return List.copyOf(population.commissions().values());
    }

    /**
     * The commissions of a post as HSA tells of them now: those whose membership holds and that lack
     * nothing. What is at a care provider or unit that has ended is among them, as in HSA's answers.
     *
     * @param post the post's HSA-id; nobody's gives none
     */
    public List<Commission> commissionsOf(HsaId post) {
        return new AuthorizationAnswers(this, this::snapshot, clock).commissionsOf(post);
    }

    /** Whether a service has said that it follows the person in HOSP. */
    public boolean isFollowedInHosp(PersonId person) {
        return population.followed().contains(person);
    }

    /** Sets when HSA last got its copy of HOSP; the start of today (UTC) unless set. */
    public void hospLastUpdate(Instant moment) {
        hospLastUpdate = moment;
    }

    /** How often it has been changed: for those who keep a copy. */
    public long revision() {
        return revision;
    }

    /** Tells after each change, by the thread that made it. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Everything as it was at the start. */
    public synchronized void reset() {
        population = initial;
        revision++;
        hospLastUpdate = today(clock);
    }

    /** Answers the HSA contracts from this directory: every interaction, in every generation. */
    public void answerOn(RivtaEndpoint.Builder endpoint) {
        new PersonAnswers(this::snapshot, clock).on(endpoint);
        new AuthorizationAnswers(this, this::snapshot, clock).on(endpoint);
        new OrganizationAnswers(this::snapshot).on(endpoint);
    }

    void follow(PersonId person, boolean follow) {
        change(all -> all.following(person, follow));
    }

    Instant hospLastUpdate() {
        return hospLastUpdate;
    }

    private Population snapshot() {
        return population;
    }

    private void change(UnaryOperator<Population> change) {
        synchronized (this) {
            population = change.apply(population);
            revision++;
        }
        listeners.forEach(Runnable::run);
    }

    private static List<Membership> with(List<Membership> before, Membership last) {
        return Stream.concat(
                        before.stream()
                                .filter(each -> !each.commission().equals(last.commission())),
                        Stream.of(last))
                .toList();
    }

    private static Instant today(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.DAYS);
    }
}
