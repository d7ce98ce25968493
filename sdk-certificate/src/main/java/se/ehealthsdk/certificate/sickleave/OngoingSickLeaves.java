package se.ehealthsdk.certificate.sickleave;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import se.ehealthsdk.certificate.CertificateClient;
import se.ehealthsdk.certificate.contract.ListSickLeavesForCare;
import se.ehealthsdk.certificate.contract.SickLeave;
import se.ehealthsdk.core.identifier.HsaId;

/**
 * Asks Intygstjänster which sick leaves go on now. What is shown of the answer is access to patient data, and is logged
 * as such (patientdatalagen 2008:355, chapter 4).
 *
 * <pre>{@code
 * List<SickLeave> mine = OngoingSickLeaves.from(certificates)
 *         .list(SickLeaveQuestion.ownPatients(user, 5));
 * }</pre>
 *
 * <p>Immutable.
 */
public final class OngoingSickLeaves {

    private final Function<ListSickLeavesForCare, List<SickLeave>> service;

    OngoingSickLeaves(Function<ListSickLeavesForCare, List<SickLeave>> service) {
        this.service = service;
    }

    /** Asks through a client. */
    public static OngoingSickLeaves from(CertificateClient client) {
        return new OngoingSickLeaves(client::sickLeaves);
    }

    /**
     * The sick leaves that a question is about, one call for each unit. A sick leave that several units answer with is
     * there once. When one call fails there is no answer at all.
     *
     * @return empty if there are none; throws what {@link CertificateClient#sickLeaves(ListSickLeavesForCare)} throws
     */
    public List<SickLeave> list(SickLeaveQuestion question) {
        Set<SickLeave> all = new LinkedHashSet<>();
        for (ListSickLeavesForCare request : question.requests()) {
            for (SickLeave leave : service.apply(request)) {
                if (isWanted(leave, question)) {
                    all.add(leave);
                }
            }
        }
        return List.copyOf(all);
    }

    /** A service that does not look at who issued must not show a user the patients of others. */
    private static boolean isWanted(SickLeave leave, SickLeaveQuestion question) {
        return !question.isAboutOwnPatients()
                || leave.professional()
                        .extension()
                        .flatMap(HsaId::tryParse)
                        .filter(question.user()::equals)
                        .isPresent();
    }
}
