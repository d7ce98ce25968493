package se.ehealthsdk.siths.signature;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * The forms of signature that certificates (intyg) have had, by what they leave out. Which one a document has
 * decides what its signature covers; one list for all would accept what the true transforms reject.
 */
enum SignatureProfile {
    /** The oldest: signature in the {@code intyg} itself, no subtraction. */
    A(Stylesheet.Rule.QUALIFIED_NAME, Names.WITH_EVIDENCE, Set.of(), false),
    /** As A, and subtraction of the three elements that say what became of the certificate. */
    B(Stylesheet.Rule.QUALIFIED_NAME, Names.WITH_EVIDENCE, Names.AFTERWARDS, false),
    /** Signature in {@code underskrift}, which stylesheet and subtraction leave out. */
    C(Stylesheet.Rule.LOCAL_NAME, Names.WITH_SIGNATURE, Names.WITH_SIGNATURE, true),
    /** The current: the stylesheet leaves out nothing, all is done by subtraction. */
    D(Stylesheet.Rule.NONE, Set.of(), Names.WITH_SIGNATURE, true);

    private final Stylesheet stylesheet;
    private final Set<String> subtracted;
    private final boolean inUnderskrift;

    SignatureProfile(
            Stylesheet.Rule rule,
            Set<String> leftOut,
            Set<String> subtracted,
            boolean inUnderskrift) {
        this.stylesheet = new Stylesheet(rule, leftOut);
        this.subtracted = subtracted;
        this.inUnderskrift = inUnderskrift;
    }

    /** The one with this stylesheet and this subtraction. */
    static Optional<SignatureProfile> of(Stylesheet stylesheet, Set<String> subtracted) {
        for (SignatureProfile each : values()) {
            if (each.stylesheet.equals(stylesheet) && each.subtracted.equals(subtracted)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Whether it leaves an element, with all in it, out of what is signed. */
    boolean leavesOut(Element element) {
        return stylesheet.leavesOut(element) || subtracted.contains(element.getLocalName());
    }

    /** Whether the signature is in {@code underskrift}; otherwise it is in the {@code intyg} itself. */
    boolean inUnderskrift() {
        return inUnderskrift;
    }

    /** The names of what it leaves out. */
    List<String> notCovered() {
        Set<String> names = new LinkedHashSet<>(subtracted);
        names.addAll(stylesheet.leftOut());
        return List.copyOf(names);
    }

    private static final class Names {
        static final Set<String> AFTERWARDS = ordered("skickatTidpunkt", "relation", "status");
        static final Set<String> WITH_EVIDENCE =
                ordered("skickatTidpunkt", "relation", "status", "valideringsunderlag");
        static final Set<String> WITH_SIGNATURE =
                ordered("skickatTidpunkt", "relation", "status", "underskrift");

        private static Set<String> ordered(String... names) {
            return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(names)));
        }
    }
}
