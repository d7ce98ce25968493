package se.ehealthsdk.discharge.engagementindex;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * One post of the index: a source system has something of this kind about this resident ({@code EngagementType}).
 *
 * <p>What is not used is written {@link #NOT_APPLICABLE}. Times are Swedish local time.
 *
 * @param resident personnummer or samordningsnummer, twelve characters; no reserve numbers
 * @param serviceDomain the domain of the contract to ask with, as {@code riv:clinicalprocess:logistics:logistics}
 * @param categorization the kind of information, a code of that domain
 * @param logicalAddress whom to ask
 * @param businessObjectInstanceId which object, in domains that index each
 * @param clinicalProcessInterestId which health matter
 * @param mostRecentContent when something last happened to what the post stands for, a removal included
 * @param sourceSystem HSA-id of the system that has it
 * @param creationTime set by the index
 * @param updateTime set by the index
 * @param dataController the care provider: {@code SE} and an organisation number, an HSA-id, or the system's own id
 * @param owner the index that owns the post; set by the index
 */
public record Engagement(
        String resident,
        String serviceDomain,
        String categorization,
        String logicalAddress,
        String businessObjectInstanceId,
        String clinicalProcessInterestId,
        Optional<LocalDateTime> mostRecentContent,
        String sourceSystem,
        Optional<LocalDateTime> creationTime,
        Optional<LocalDateTime> updateTime,
        String dataController,
        Optional<String> owner) {

    /** What stands where a value is not used. */
    public static final String NOT_APPLICABLE = "NA";

    /** Which post it is: a later one with the same key changes or removes it. */
    public Key key() {
        return new Key(
                resident,
                serviceDomain,
                categorization,
                logicalAddress,
                businessObjectInstanceId,
                clinicalProcessInterestId,
                sourceSystem,
                dataController);
    }

    /** Domain, kind and source; never the resident. */
    @Override
    public String toString() {
        return "Engagement[" + serviceDomain + ", " + categorization + ", " + sourceSystem + "]";
    }

    /**
     * The parts that make a post one of its kind ("del av instansens unikhet").
     *
     * @param resident see {@link Engagement}
     * @param serviceDomain see {@link Engagement}
     * @param categorization see {@link Engagement}
     * @param logicalAddress see {@link Engagement}
     * @param businessObjectInstanceId see {@link Engagement}
     * @param clinicalProcessInterestId see {@link Engagement}
     * @param sourceSystem see {@link Engagement}
     * @param dataController see {@link Engagement}
     */
    public record Key(
            String resident,
            String serviceDomain,
            String categorization,
            String logicalAddress,
            String businessObjectInstanceId,
            String clinicalProcessInterestId,
            String sourceSystem,
            String dataController) {

        /** Kind and source; never the resident. */
        @Override
        public String toString() {
            return "Key[" + categorization + ", " + sourceSystem + "]";
        }
    }
}
