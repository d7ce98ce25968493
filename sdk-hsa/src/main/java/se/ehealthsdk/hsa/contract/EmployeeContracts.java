package se.ehealthsdk.hsa.contract;

import java.util.Collections;
import java.util.List;
import se.ehealthsdk.core.rivta.RivtaContract;
import se.ehealthsdk.core.xml.MessageCodec;
import se.ehealthsdk.hsa.Employee;
import se.ehealthsdk.hsa.internal.ListCodec;
import se.ehealthsdk.hsa.internal.person.EmployeeCodec;
import se.ehealthsdk.hsa.internal.person.GetCommissionMembersCodec;
import se.ehealthsdk.hsa.internal.person.GetEmployeeCodec;

/**
 * The interactions of {@code infrastructure:directory:employee}, versions 4.0 and 3.0.1. The answer of
 * each is the employees found, none when there is nobody to tell of.
 */
public final class EmployeeContracts {

    /** {@code infrastructure:directory:employee}. */
    public static final String DOMAIN = "infrastructure:directory:employee";

    private static final MessageCodec<List<Employee>> EMPLOYEES_3 =
            employees(EmployeeCodec.GENERATION_3, "urn:riv:" + DOMAIN + ":3");
    private static final MessageCodec<List<Employee>> EMPLOYEES_4 =
            employees(EmployeeCodec.GENERATION_4, "urn:riv:" + DOMAIN + ":4");

    /** GetEmployee 4.0. */
    public static final RivtaContract<GetEmployee, List<Employee>> GET_EMPLOYEE_4 =
            RivtaContract.query(DOMAIN, "GetEmployee", 4, new GetEmployeeCodec(), EMPLOYEES_4);

    /** GetEmployee 3.0. */
    public static final RivtaContract<GetEmployee, List<Employee>> GET_EMPLOYEE_3 =
            RivtaContract.query(DOMAIN, "GetEmployee", 3, new GetEmployeeCodec(), EMPLOYEES_3);

    /** GetEmployeeIncludingProtectedPerson 4.0. */
    public static final RivtaContract<GetEmployee, List<Employee>>
            GET_EMPLOYEE_INCLUDING_PROTECTED_PERSON_4 =
                    RivtaContract.query(
                            DOMAIN,
                            "GetEmployeeIncludingProtectedPerson",
                            4,
                            new GetEmployeeCodec(),
                            EMPLOYEES_4);

    /** GetEmployeeIncludingProtectedPerson 3.0. */
    public static final RivtaContract<GetEmployee, List<Employee>>
            GET_EMPLOYEE_INCLUDING_PROTECTED_PERSON_3 =
                    RivtaContract.query(
                            DOMAIN,
                            "GetEmployeeIncludingProtectedPerson",
                            3,
                            new GetEmployeeCodec(),
                            EMPLOYEES_3);

    /** GetCommissionMembers 2.1, of domain version 3.0.1. */
    public static final RivtaContract<GetCommissionMembers, List<Employee>>
            GET_COMMISSION_MEMBERS_2 =
                    RivtaContract.query(
                            DOMAIN,
                            "GetCommissionMembers",
                            2,
                            new GetCommissionMembersCodec(),
                            EMPLOYEES_3);

    /** GetCommissionMembersIncludingProtectedPerson 2.1, of domain version 3.0.1. */
    public static final RivtaContract<GetCommissionMembers, List<Employee>>
            GET_COMMISSION_MEMBERS_INCLUDING_PROTECTED_PERSON_2 =
                    RivtaContract.query(
                            DOMAIN,
                            "GetCommissionMembersIncludingProtectedPerson",
                            2,
                            new GetCommissionMembersCodec(),
                            EMPLOYEES_3);

    private EmployeeContracts() {}

    /** Every one of them, the newest version of an interaction first. */
    public static List<RivtaContract<?, ?>> all() {
        return List.of(
                GET_EMPLOYEE_4,
                GET_EMPLOYEE_3,
                GET_EMPLOYEE_INCLUDING_PROTECTED_PERSON_4,
                GET_EMPLOYEE_INCLUDING_PROTECTED_PERSON_3,
                GET_COMMISSION_MEMBERS_2,
                GET_COMMISSION_MEMBERS_INCLUDING_PROTECTED_PERSON_2);
    }

    private static MessageCodec<List<Employee>> employees(EmployeeCodec codec, String namespace) {
        return new ListCodec<>("personInformation", codec, namespace, Collections.emptySortedMap());
    }
}
