package se.ehealthsdk.examples;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ehealthsdk.core.user.ActingUser;
import se.ehealthsdk.siths.login.SithsUser;

/** Browser sessions in memory, the least recently used of which are forgotten. */
final class WebSessions {

    private static final int LIMIT = 1000;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
                    return size() > LIMIT;
                }
            };

    /**
     * One browser's session. Nothing in it is changed: a step onwards is a new one under the same id.
     *
     * @param id what the cookie holds
     * @param token what every form of ours holds, and no other site can know
     * @param user who has logged in; null before
     * @param acting in which commission; null before it is chosen
     */
    record Session(String id, String token, @Nullable SithsUser user, @Nullable ActingUser acting) {

        /** Never the id or the token. */
        @Override
        public String toString() {
            return "Session[" + user + "]";
        }
    }

    synchronized Session begin(@Nullable SithsUser user) {
        Session session = new Session(secret(), secret(), user, null);
        sessions.put(session.id(), session);
        return session;
    }

    synchronized Optional<Session> find(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    synchronized void choose(Session session, ActingUser acting) {
        sessions.replace(
                session.id(), new Session(session.id(), session.token(), session.user(), acting));
    }

    synchronized void end(Session session) {
        sessions.remove(session.id());
    }

    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
