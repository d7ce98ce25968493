package se.ehealthsdk.discharge.content;

import java.util.Set;

/**
 * What a region allows in messages.
 *
 * @param name for people, as {@code Lag (2017:612)}
 * @param protectedAddress what holds for patients with protected personal data
 * @param extras what an admission notice may tell beyond the Act's four items
 * @param clinicalWords beginnings of words, in lower case, that have no place in a logistics message
 */
public record ContentProfile(
        String name,
        ProtectedAddress protectedAddress,
        Set<Extra> extras,
        Set<String> clinicalWords) {

    /** The Act's four items and nothing more; nothing decided for protected personal data; this SDK's words. */
    public static final ContentProfile ACT =
            new ContentProfile(
                    "Lag (2017:612)",
                    ProtectedAddress.UNDECIDED,
                    Set.of(),
                    ClinicalText.WORDS_OF_THE_SDK);

    public ContentProfile {
        extras = Set.copyOf(extras);
        clinicalWords = Set.copyOf(clinicalWords);
    }

    /** A copy with a decision for protected personal data. */
    public ContentProfile withProtectedAddress(ProtectedAddress decision) {
        return new ContentProfile(name, decision, extras, clinicalWords);
    }

    /** A copy that allows these beyond the four items. */
    public ContentProfile withExtras(Set<Extra> allowed) {
        return new ContentProfile(name, protectedAddress, allowed, clinicalWords);
    }

    /** A copy with other words; an empty set looks for codes of diagnoses alone. */
    public ContentProfile withClinicalWords(Set<String> words) {
        return new ContentProfile(name, protectedAddress, extras, words);
    }

    /** What an admission notice can tell beyond name, identity number, address and estimated discharge. */
    public enum Extra {
        /** That the care is psychiatric. */
        PSYCHIATRIC_CARE,
        /** That a municipality has placed the patient elsewhere. */
        PLACING_MUNICIPALITY
    }
}
