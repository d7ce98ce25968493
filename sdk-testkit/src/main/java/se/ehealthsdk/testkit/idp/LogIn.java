package se.ehealthsdk.testkit.idp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.hsa.Commission;
import se.ehealthsdk.testkit.hsa.Post;

/**
 * How a person logs in: with what, at which level, and what they choose when asked. Immutable.
 *
 * <pre>{@code
 * services.idp().logInAs(Persona.DR_LINDGREN,
 *         LogIn.byCard().inCommission(HsaId.of("TSTNMT2321000156-VMU1")));
 * }</pre>
 *
 * @param card whether by SITHS card, whose certificate names an HSA-id; otherwise by the SITHS eID app,
 *     whose certificate names a personal identity number
 * @param acr the level of assurance reached, as {@link IdentityProvider#LOA3}
 * @param amr the authentication methods that are told
 * @param employee the HSA-id chosen among several
 * @param commission the commission chosen among several
 * @param claims what is told besides, or instead of, what follows from the directory; by claim name
 * @param cancelled whether the person gives up
 */
public record LogIn(
        boolean card,
        String acr,
        List<String> amr,
        Optional<HsaId> employee,
        Optional<HsaId> commission,
        Map<String, Object> claims,
        boolean cancelled) {

    /** The method told of a log-in by card: as the IdP has been seen to write it. */
    public static final String CARD_AMR = "urn:oasis:names:tc:SAML:2.0:ac:classes:TLSClient";

    /** The method told of a log-in by app. What the real IdP writes is not known: this is invented. */
    public static final String APP_AMR = "urn:testkit:siths-eid-app";

    /** Copies what can change. */
    public LogIn {
        amr = List.copyOf(amr);
        claims = Collections.unmodifiableMap(new LinkedHashMap<>(claims));
    }

    /** By SITHS card, at level 3. */
    public static LogIn byCard() {
        return by(true, CARD_AMR);
    }

    /** By the SITHS eID app, at level 3. */
    public static LogIn byApp() {
        return by(false, APP_AMR);
    }

    /** Gives up: the client gets {@code access_denied}. */
    public static LogIn cancel() {
        LogIn any = byCard();
        return new LogIn(
                true, any.acr, any.amr, Optional.empty(), Optional.empty(), Map.of(), true);
    }

    private static LogIn by(boolean card, String amr) {
        return new LogIn(
                card,
                IdentityProvider.LOA3,
                List.of(amr),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                false);
    }

    /** At another level of assurance, as {@link IdentityProvider#LOA2}. */
    public LogIn atLevel(String level) {
        return new LogIn(card, level, amr, employee, commission, claims, cancelled);
    }

    /** With other authentication methods told. */
    public LogIn withAmr(String... methods) {
        return new LogIn(card, acr, List.of(methods), employee, commission, claims, cancelled);
    }

    /** Choosing this HSA-id among the person's. */
    public LogIn as(HsaId chosen) {
        return new LogIn(card, acr, amr, Optional.of(chosen), commission, claims, cancelled);
    }

    /** Choosing this commission among the person's. */
    public LogIn inCommission(HsaId chosen) {
        return new LogIn(card, acr, amr, employee, Optional.of(chosen), claims, cancelled);
    }

    /**
     * With a claim that the directory knows nothing of, or with another value than it has. It is told when
     * it is asked for, as every other.
     *
     * @param value text, number, true or false, or lists and maps of them
     */
    public LogIn withClaim(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(claims);
        more.put(name, value);
        return new LogIn(card, acr, amr, employee, commission, more, cancelled);
    }

    /** Whether what is chosen beforehand leaves this choice. */
    boolean accepts(Choice choice) {
        return isChosen(employee, choice.post().map(Post::hsaId))
                && isChosen(commission, choice.commission().map(Commission::hsaId));
    }

    private static boolean isChosen(Optional<HsaId> wanted, Optional<HsaId> offered) {
        return wanted.isEmpty() || offered.isEmpty() || wanted.equals(offered);
    }

    /** Method, level and choices; no claims. */
    @Override
    public String toString() {
        return "LogIn[%s, %s%s%s%s]"
                .formatted(
                        card ? "card" : "app",
                        acr,
                        employee.map(id -> ", as " + id).orElse(""),
                        commission.map(id -> ", in " + id).orElse(""),
                        cancelled ? ", cancelled" : "");
    }
}
