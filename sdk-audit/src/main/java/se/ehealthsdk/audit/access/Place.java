package se.ehealthsdk.audit.access;

import se.ehealthsdk.core.user.ActingUser;

/** Where data lie, seen from the user. */
enum Place {
    /** At the user's own care unit. */
    OWN_UNIT,

    /** At another unit of the user's care provider. */
    OWN_CARE_PROVIDER,

    /** At another care provider. */
    OTHER_CARE_PROVIDER;

    static Place of(InformationEntity information, ActingUser user) {
        if (!information.careProvider().equals(user.careProvider().hsaId())) {
            return OTHER_CARE_PROVIDER;
        }
        boolean ownUnit =
                user.careUnit()
                        .filter(unit -> unit.hsaId().equals(information.careUnit()))
                        .isPresent();
        return ownUnit ? OWN_UNIT : OWN_CARE_PROVIDER;
    }
}
