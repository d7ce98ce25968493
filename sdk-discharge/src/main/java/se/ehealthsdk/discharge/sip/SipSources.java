package se.ehealthsdk.discharge.sip;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.discharge.policy.LegalReference;
import se.ehealthsdk.discharge.policy.LegalReference.Confidence;

/** Where the rules of a plan come from, by the day that it is held against. */
final class SipSources {

    /** The first day of the new Social Services Act. */
    private static final LocalDate NEW_ACT = LocalDate.of(2025, 7, 1);

    private static final LegalReference OLD_SOL = law("socialtjänstlagen (2001:453)", "2 kap. 7 §");
    // its wording could not be read; lag (2017:612) 4 kap. 2 § refers to it
    private static final LegalReference NEW_SOL =
            new LegalReference(
                    "socialtjänstlagen (2025:400)",
                    Optional.of("10 kap. 8-9 §§"),
                    Confidence.SECONDARY);
    private static final LegalReference HSL =
            new LegalReference(
                    "hälso- och sjukvårdslagen (2017:30)",
                    Optional.of("16 kap. 4 §"),
                    Confidence.SECONDARY);
    private static final LegalReference CONSENT = law("lag (2017:612)", "4 kap. 2 §");
    private static final LegalReference TEMPLATES =
            new LegalReference(
                    "SKR:s och regionernas mallar för SIP", Optional.empty(), Confidence.SECONDARY);

    private SipSources() {}

    /** Of what a plan has to hold. */
    static List<LegalReference> content(LocalDate day) {
        return List.of(day.isBefore(NEW_ACT) ? OLD_SOL : NEW_SOL, HSL);
    }

    /** Of the consent; inside a discharge its own law says so too. */
    static List<LegalReference> consent(Sip sip, LocalDate day) {
        List<LegalReference> content = content(day);
        return sip.context() == Sip.Context.IN_DISCHARGE
                ? List.of(CONSENT, content.get(0), content.get(1))
                : content;
    }

    /** Of what the law does not list. */
    static List<LegalReference> templates() {
        return List.of(TEMPLATES);
    }

    private static LegalReference law(String act, String paragraph) {
        return new LegalReference(act, Optional.of(paragraph), Confidence.OFFICIAL);
    }
}
