package se.ehealthsdk.hsa;

import java.util.Optional;

/**
 * How a unit presents itself to patients. Texts are in Swedish.
 *
 * @param description what it is
 * @param patientInformation information to patients
 * @param extraInformation more about it (om oss), at most 2048 characters
 * @param webPage its own web page
 * @param webPage1177 its page on 1177.se
 * @param photo a photo
 * @param logotype a logotype
 * @param alternateText what to say in the place of the photo
 * @param alternateTextLogotype what to say in the place of the logotype
 * @param displayOption what the public name is made of; the contract gives no form
 */
public record UnitPresentation(
        Optional<String> description,
        Optional<String> patientInformation,
        Optional<String> extraInformation,
        Optional<String> webPage,
        Optional<String> webPage1177,
        Optional<Picture> photo,
        Optional<Picture> logotype,
        Optional<String> alternateText,
        Optional<String> alternateTextLogotype,
        Optional<String> displayOption) {}
