package se.ehealthsdk.audit.access;

import java.time.Instant;
import java.util.Optional;
import se.ehealthsdk.core.identifier.HsaId;
import se.ehealthsdk.core.identifier.PersonId;

/**
 * A registered consent to see what other care providers have documented (sammanhållen vård- och
 * omsorgsdokumentation), or a registered emergency in the place of one. Its scope is always national.
 *
 * <p>Source: {@code PDLAssertionType} of informationsecurity:authorization:consent 2.0.
 *
 * @param id its identity, a UUID as text of at most 36 characters
 * @param type what it rests on
 * @param careProvider the care provider that may see the data
 * @param careUnit the care unit that may
 * @param employee the only employee who may; empty when everybody at the unit may
 * @param start from when it holds
 * @param end until when; empty when it holds until cancelled
 * @param owner the system that registered it, for technical use
 * @param patient whose data
 */
public record Consent(
        String id,
        ConsentType type,
        HsaId careProvider,
        HsaId careUnit,
        Optional<HsaId> employee,
        Instant start,
        Optional<Instant> end,
        Optional<String> owner,
        PersonId patient) {}
