package se.ehealthsdk.person.contract;

import java.util.List;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.person.internal.GetPersonsCodec;
import se.ehealthsdk.person.internal.RequestedPersonsCodec;

/** The interaction of {@code strategicresourcemanagement:persons:person} 5.0 that this SDK has. */
public final class PersonContracts {

    /** {@code strategicresourcemanagement:persons:person}. */
    public static final String DOMAIN = "strategicresourcemanagement:persons:person";

    /** GetPersonsForProfile 5.0: an answer for each of those asked for, in any order. */
    public static final RivtaContract<GetPersonsForProfile, List<RequestedPerson>>
            GET_PERSONS_FOR_PROFILE_5 =
                    RivtaContract.query(
                            DOMAIN,
                            "GetPersonsForProfile",
                            5,
                            new GetPersonsCodec(),
                            new RequestedPersonsCodec());

    private PersonContracts() {}

    /** Every one of them. */
    public static List<RivtaContract<?, ?>> all() {
        return List.of(GET_PERSONS_FOR_PROFILE_5);
    }
}
