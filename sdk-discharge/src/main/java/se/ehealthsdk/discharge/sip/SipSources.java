package se.ehealthsdk.discharge.sip;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.ehealthsdk.discharge.policy.LegalReference;
import se.ehealthsdk.discharge.policy.LegalReference.Confidence;

/** Where the rules of a plan come from, by the day that it is held against. */
final class SipSources {

    /** Until when it was only for the other laws to say what a plan has to hold. */
    private static final LocalDate ACT = LocalDate.of(2018, 1, 1);

    private static final LegalReference TEMPLATES =
            new LegalReference(
                    "SKR:s och regionernas mallar för SIP", Optional.empty(), Confidence.SECONDARY);

    private SipSources() {}

    /** Of what a plan has to hold. */
    static List<LegalReference> content(LocalDate day) {
        return List.of(at("sip", day), at("sipHealthCare", day));
    }

    /** Of the consent; inside a discharge the Act says so too. */
    static List<LegalReference> consent(Sip sip, LocalDate day) {
        List<LegalReference> content = content(day);
        return sip.context() == Sip.Context.IN_DISCHARGE
                ? List.of(
                        LegalReference.official("lag (2017:612)", "4 kap. 2 §"),
                        content.get(0),
                        content.get(1))
                : content;
    }

    /** Of what the law does not list. */
    static List<LegalReference> templates() {
        return List.of(TEMPLATES);
    }

    /** Older plans are held against the oldest text that is known here. */
    private static LegalReference at(String topic, LocalDate day) {
        return LegalReference.at(topic, day.isBefore(ACT) ? ACT : day);
    }
}
