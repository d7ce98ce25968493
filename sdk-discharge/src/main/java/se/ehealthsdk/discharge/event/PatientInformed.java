package se.ehealthsdk.discharge.event;

/**
 * The patient has been given the information of the Patient Act.
 *
 * <p>Source: lag (2017:612) 3 kap. 3 §; patientlagen (2014:821) 3 kap.
 *
 * @param orally told
 * @param inWriting given on paper
 */
public record PatientInformed(boolean orally, boolean inWriting) implements Content {

    @Override
    public String kind() {
        return "patientInformed";
    }
}
