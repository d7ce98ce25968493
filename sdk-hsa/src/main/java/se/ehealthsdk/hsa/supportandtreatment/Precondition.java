package se.ehealthsdk.hsa.supportandtreatment;

/**
 * What must be so for a unit to begin and HSA does not tell: the caller says it, or it is among what was not found out.
 *
 * <p>Source: {@link #rule()} and {@link #lines()} of Inera's page on Stöd och behandling, March 2019.
 */
public enum Precondition {
    PROVIDER_GRANTED(
            "SOB-05",
            "L65-68",
            false,
            "whether the national administration has granted the care provider access",
            "the care provider has no access to Stöd och behandling",
            "Inera's national administration of Stöd och behandling",
            "nobody at the unit can log in"),
    PROTECTED_RESIDENTS_BY_HAND(
            "SOB-06",
            "L367, L385",
            false,
            "whether the unit has a routine to approve residents with protected identity by hand, by"
                    + " personal identity number",
            "there is no routine for residents with protected identity",
            "the unit",
            "residents with protected identity are turned away, which they must never be"),
    THINNING_RULES_SET(
            "SOB-08",
            "L403-407",
            false,
            "whether every programme whose data are working material has a rule for thinning",
            "a programme with working material has no rule for thinning",
            "the care provider",
            "the programme may not be started"),
    ESSENTIAL_DATA_COPIED(
            "SOB-08",
            "L403-407",
            false,
            "whether essential data are copied to the health record before they are thinned",
            "essential data are not copied to the health record before they are thinned",
            "the unit",
            "what belongs in the health record is lost"),
    PROGRAMME_ACTIVATED(
            "SOB-09",
            "L429-451",
            false,
            "whether a programme is published and activated for the unit",
            "no programme is published and activated for the unit",
            "the publisher (publicerare) and the unit",
            "there is nothing to start for residents"),
    VIDEO_PRECONDITIONS(
            "SOB-10",
            "L184-189",
            true,
            "whether the six preconditions for video of the page are met",
            "a precondition for video is not met",
            "the care provider",
            "video may not be taken into use"),
    VIDEO_DATA_PROCESSING_AGREEMENT(
            "SOB-10",
            "L208",
            true,
            "whether there is a data processing agreement (PuB-avtal) with the video supplier",
            "there is no data processing agreement (PuB-avtal) with the video supplier",
            "the care provider",
            "video may not be taken into use"),
    VIDEO_SECRECY_AGREEMENT(
            "SOB-10",
            "L208",
            true,
            "whether there is a secrecy agreement with the video supplier",
            "there is no secrecy agreement with the video supplier",
            "the care provider",
            "video may not be taken into use"),
    VIDEO_TEST_AND_SUPPORT(
            "SOB-10",
            "L212",
            true,
            "whether test and support of the video are arranged",
            "test and support of the video are not arranged",
            "the care provider",
            "video may not be taken into use");

    private final String rule;
    private final String lines;
    private final boolean ofVideo;
    private final String question;
    private final String wrong;
    private final String mender;
    private final String consequence;

    Precondition(
            String rule,
            String lines,
            boolean ofVideo,
            String question,
            String wrong,
            String mender,
            String consequence) {
        this.rule = rule;
        this.lines = lines;
        this.ofVideo = ofVideo;
        this.question = question;
        this.wrong = wrong;
        this.mender = mender;
        this.consequence = consequence;
    }

    /** The rule, as {@code SOB-05}. */
    public String rule() {
        return rule;
    }

    /** The lines of the page. */
    public String lines() {
        return lines;
    }

    /** Whether it matters only to a unit that uses video. */
    public boolean ofVideo() {
        return ofVideo;
    }

    /** What is to be found out. */
    public String question() {
        return question;
    }

    String wrong() {
        return wrong;
    }

    String mender() {
        return mender;
    }

    String consequence() {
        return consequence;
    }
}
