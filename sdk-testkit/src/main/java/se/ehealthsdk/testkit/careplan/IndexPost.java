package se.ehealthsdk.testkit.careplan;

/**
 * A post of the engagement index, as it was sent.
 *
 * @param resident registeredResidentIdentification
 * @param serviceDomain serviceDomain
 * @param categorization categorization
 * @param logicalAddress logicalAddress
 * @param businessObjectInstanceId businessObjectInstanceIdentifier
 * @param clinicalProcessInterestId clinicalProcessInterestId
 * @param mostRecentContent mostRecentContent, {@code YYYYMMDDhhmmss}; empty text when it was left out
 * @param sourceSystem sourceSystem
 * @param dataController dataController
 */
public record IndexPost(
        String resident,
        String serviceDomain,
        String categorization,
        String logicalAddress,
        String businessObjectInstanceId,
        String clinicalProcessInterestId,
        String mostRecentContent,
        String sourceSystem,
        String dataController) {

    static IndexPost of(Part engagement) {
        return new IndexPost(
                engagement.at("registeredResidentIdentification"),
                engagement.at("serviceDomain"),
                engagement.at("categorization"),
                engagement.at("logicalAddress"),
                engagement.at("businessObjectInstanceIdentifier"),
                engagement.at("clinicalProcessInterestId"),
                engagement.at("mostRecentContent"),
                engagement.at("sourceSystem"),
                engagement.at("dataController"));
    }

    /** All but the time. */
    IndexPost key() {
        return new IndexPost(
                resident,
                serviceDomain,
                categorization,
                logicalAddress,
                businessObjectInstanceId,
                clinicalProcessInterestId,
                "",
                sourceSystem,
                dataController);
    }

    /** Kind and source; never the resident. */
    @Override
    public String toString() {
        return "IndexPost[" + categorization + ", " + sourceSystem + "]";
    }
}
