package se.ehealthsdk.audit.followup;

import java.time.LocalDate;
import java.util.Set;
import se.ehealthsdk.core.error.InvalidInputException;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * The test of secrecy (sekretessprövning) that a public care provider makes before it discloses who has
 * accessed data.
 *
 * @param decidedBy who decided, for example {@code Enhetschef NN}; shown in the extract
 * @param decidedOn when
 * @param withheld employees about whom nothing is disclosed
 */
public record SecrecyTest(String decidedBy, LocalDate decidedOn, Set<HsaId> withheld) {

    /**
     * @throws InvalidInputException if nobody has decided
     */
    public SecrecyTest {
        if (decidedBy.isBlank()) {
            throw new InvalidInputException(
                    "decidedBy", "is blank", "the one who has made the secrecy test");
        }
        withheld = Set.copyOf(withheld);
    }

    /** A test after which all may be disclosed. */
    public static SecrecyTest passed(String decidedBy, LocalDate decidedOn) {
        return new SecrecyTest(decidedBy, decidedOn, Set.of());
    }

    /** The same test, with employees about whom nothing is disclosed. */
    public SecrecyTest withholding(Set<HsaId> employees) {
        return new SecrecyTest(decidedBy, decidedOn, employees);
    }

    /** The date and how many are withheld; never a name. */
    @Override
    public String toString() {
        return "SecrecyTest[" + decidedOn + ", withheld=" + withheld.size() + "]";
    }
}
