package se.ehealthsdk.audit.access;

import java.time.Instant;
import java.util.Optional;
import se.ehealthsdk.core.user.ActingUser;

/**
 * Who asked for a change, who made it, when and why. Every registration, cancellation and deletion
 * carries one.
 *
 * <pre>{@code
 * Action.by(user, now);                                   // asked for and made by the same user
 * Action.by(secretary, now).requestedBy(doctor, earlier).because("wrong patient");
 * }</pre>
 *
 * <p>Source: {@code ActionType} of informationsecurity:authorization:consent 2.0 and
 * ehr:patientrelationship 1.0.
 *
 * @param requested when it was asked for
 * @param requestedBy who asked for it
 * @param registered when it was made
 * @param registeredBy who made it
 * @param reason why, in free text of at most 1024 characters; may hold personal data
 */
public record Action(
        Instant requested,
        Actor requestedBy,
        Instant registered,
        Actor registeredBy,
        Optional<String> reason) {

    /** Asked for and made by one user, at one time. */
    public static Action by(ActingUser user, Instant when) {
        Actor actor = Actor.of(user);
        return new Action(when, actor, when, actor, Optional.empty());
    }

    /** The same, asked for by someone else. */
    public Action requestedBy(ActingUser user, Instant when) {
        return new Action(when, Actor.of(user), registered, registeredBy, reason);
    }

    /** The same, with a reason of at most 1024 characters. */
    public Action because(String why) {
        return new Action(requested, requestedBy, registered, registeredBy, Optional.of(why));
    }

    /** Who and when; never the reason. */
    @Override
    public String toString() {
        return "Action[requested=%s by %s, registered=%s by %s]"
                .formatted(requested, requestedBy.employee(), registered, registeredBy.employee());
    }
}
