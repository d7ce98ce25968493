package se.ehealthsdk.discharge.careplan;

import java.util.List;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.discharge.internal.careplan.CarePlanCodecs;

/** The interactions of {@code clinicalprocess:logistics:logistics} that this SDK has. */
public final class CarePlanContracts {

    /** {@code clinicalprocess:logistics:logistics}. */
    public static final String DOMAIN = "clinicalprocess:logistics:logistics";

    /**
     * GetCarePlans 2.0. Who calls it without {@link CarePlanClient} and awaits embedded documents of more than 7 MB raises
     * {@code maxTextLength} in the client's {@code XmlLimits}.
     */
    public static final RivtaContract<GetCarePlans, GetCarePlansAnswer> GET_CARE_PLANS_2 =
            RivtaContract.query(
                    DOMAIN, "GetCarePlans", 2, CarePlanCodecs.REQUEST, CarePlanCodecs.ANSWER);

    private CarePlanContracts() {}

    /** Every one of them. */
    public static List<RivtaContract<?, ?>> all() {
        return List.of(GET_CARE_PLANS_2);
    }
}
