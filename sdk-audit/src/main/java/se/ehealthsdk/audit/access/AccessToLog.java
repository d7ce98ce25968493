package se.ehealthsdk.audit.access;

import java.util.List;
import se.ehealthsdk.audit.ActivityType;
import se.ehealthsdk.audit.Purpose;

/**
 * An access that has to be in the access log before the data are shown: one record of the log, with the
 * data as its resources.
 *
 * <p>Source: patientdatalagen (2008:355) 4:3.
 *
 * @param activity {@link ActivityType#READ} or {@link ActivityType#EMERGENCY_ACCESS}
 * @param purpose the purpose of the user's commission
 * @param information the data, one piece or more
 */
public record AccessToLog(
        ActivityType activity, Purpose purpose, List<InformationEntity> information) {

    public AccessToLog {
        information = List.copyOf(information);
    }
}
