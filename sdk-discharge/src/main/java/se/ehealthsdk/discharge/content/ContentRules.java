package se.ehealthsdk.discharge.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.ehealthsdk.discharge.ConsentState;
import se.ehealthsdk.discharge.DischargeCase;
import se.ehealthsdk.discharge.Message;
import se.ehealthsdk.discharge.event.CaseEvent;
import se.ehealthsdk.discharge.event.Consent;
import se.ehealthsdk.discharge.event.Content;
import se.ehealthsdk.discharge.event.MessageId;
import se.ehealthsdk.discharge.policy.ContentProfile;
import se.ehealthsdk.discharge.policy.Policy;

/**
 * Holds messages against the rules of what they say:
 *
 * <pre>{@code
 * List<Finding> findings = ContentRules.of(Policy.act()).check(event);
 * }</pre>
 *
 * <p>The search for clinical text is a guard against slips and no proof that a text is free of it. Immutable.
 */
public final class ContentRules {

    private final ContentProfile profile;
    private final Set<AdmissionNoticeExtra> extras;
    private final Set<String> clinicalWords;

    private ContentRules(
            ContentProfile profile, Set<AdmissionNoticeExtra> extras, Set<String> clinicalWords) {
        this.profile = profile;
        this.extras = Set.copyOf(extras);
        this.clinicalWords = Set.copyOf(clinicalWords);
    }

    /** The rules with what a policy allows, nothing in an admission notice beyond the four items, and this SDK's words. */
    public static ContentRules of(Policy policy) {
        return of(policy.content());
    }

    /** The same with a profile alone. */
    public static ContentRules of(ContentProfile profile) {
        return new ContentRules(profile, Set.of(), ClinicalText.WORDS_OF_THE_SDK);
    }

    /** A copy that allows these in an admission notice beyond the four items. */
    public ContentRules withExtras(Set<AdmissionNoticeExtra> allowed) {
        return new ContentRules(profile, allowed, clinicalWords);
    }

    /**
     * A copy with other words than this SDK's.
     *
     * @param words beginnings of words, in lower case, that have no place in a logistics message; empty looks for codes of
     *     diagnoses alone
     */
    public ContentRules withClinicalWords(Set<String> words) {
        return new ContentRules(profile, extras, words);
    }

    /** What is not as it should be in what is said and whom it is sent to; empty when nothing is. */
    public List<Finding> check(CaseEvent event) {
        return new Check(profile, extras, clinicalWords, false)
                .content(event.content())
                .sending(event)
                .findings();
    }

    /** What is not as it should be in what is said; empty when nothing is. */
    public List<Finding> check(Content content) {
        return new Check(profile, extras, clinicalWords, false).content(content).findings();
    }

    /**
     * What is not as it should be in the messages of a case that hold, as they read now, by message; without those that have no
     * findings.
     */
    public Map<MessageId, List<Finding>> check(DischargeCase soFar) {
        Map<MessageId, List<Finding>> all = new LinkedHashMap<>();
        for (Message message : soFar.messages()) {
            boolean consent =
                    soFar.consent(Consent.Scope.SHARING, message.legalTime()) == ConsentState.GIVEN;
            List<Finding> findings =
                    new Check(profile, extras, clinicalWords, consent)
                            .content(message.content())
                            .sending(message.event())
                            .change(message.content(), soFar)
                            .findings();
            if (message.holds() && !findings.isEmpty()) {
                all.put(message.event().id(), findings);
            }
        }
        return all;
    }
}
