/**
 * The engagement index (engagemangsindex): tells the country which source systems have something about a patient, so
 * that aggregating services know whom to ask. A source system updates it whenever its plans change.
 *
 * <p>{@link se.ehealthsdk.discharge.engagementindex.CarePlanEngagements} tells what to post when plans change, {@link
 * se.ehealthsdk.discharge.engagementindex.EngagementIndexUpdates} posts it until the index has it, {@link
 * se.ehealthsdk.discharge.engagementindex.EngagementIndexClient} posts at once.
 *
 * <p>Source: itintegration:engagementindex 1.0, Update; clinicalprocess:logistics:logistics 3.0 section 4.1.
 */
@NullMarked
package se.ehealthsdk.discharge.engagementindex;

import org.jspecify.annotations.NullMarked;
