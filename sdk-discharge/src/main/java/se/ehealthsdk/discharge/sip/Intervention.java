package se.ehealthsdk.discharge.sip;

import java.time.LocalDate;
import java.util.Optional;
import se.ehealthsdk.discharge.event.Participant;

/**
 * A measure (insats) of region or municipality that the plan says is needed.
 *
 * @param what is to be done
 * @param responsible which huvudman answers for it
 * @param funder who pays for it
 * @param unit that carries it out
 * @param person who is responsible for it there, by name or function
 * @param goal what it is for
 * @param due the day when it has to be done or begun, Swedish date
 */
public record Intervention(
        String what,
        Optional<Huvudman> responsible,
        Optional<Funder> funder,
        Optional<Participant> unit,
        Optional<String> person,
        Optional<String> goal,
        Optional<LocalDate> due) {

    /** A measure that nobody answers for yet. */
    public static Intervention of(String what) {
        return new Intervention(
                what,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, which a unit carries out and its huvudman answers for. */
    public Intervention by(Participant wanted) {
        return new Intervention(
                what,
                Optional.of(Huvudman.of(wanted.party())),
                funder,
                Optional.of(wanted),
                person,
                goal,
                due);
    }

    /** The same, which a huvudman answers for. */
    public Intervention by(Huvudman wanted) {
        return new Intervention(what, Optional.of(wanted), funder, unit, person, goal, due);
    }

    /** The same, paid for by this family of care. */
    public Intervention fundedBy(Funder wanted) {
        return new Intervention(what, responsible, Optional.of(wanted), unit, person, goal, due);
    }

    /** The same, with someone responsible for it. */
    public Intervention person(String wanted) {
        return new Intervention(what, responsible, funder, unit, Optional.of(wanted), goal, due);
    }

    /** The same, with what it is for. */
    public Intervention goal(String wanted) {
        return new Intervention(what, responsible, funder, unit, person, Optional.of(wanted), due);
    }

    /** The same, to be done or begun by a day. */
    public Intervention due(LocalDate wanted) {
        return new Intervention(what, responsible, funder, unit, person, goal, Optional.of(wanted));
    }

    /** Who answers and pays; not what is done for the patient. */
    @Override
    public String toString() {
        return "Intervention[" + responsible + ", " + funder + ", " + unit + ", " + due + "]";
    }
}
