package se.ehealthsdk.benchmarks.wire.getemployee;

import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** GetEmployeeIncludingProtectedPerson 4.0 for JAX-WS. */
@WebService(
        name = "GetEmployeeIncludingProtectedPersonResponderInterface",
        targetNamespace =
                "urn:riv:infrastructure:directory:employee:GetEmployeeIncludingProtectedPerson:4:rivtabp21")
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface GetEmployeePort {

    /** The namespace of the messages. */
    String NAMESPACE =
            "urn:riv:infrastructure:directory:employee:GetEmployeeIncludingProtectedPersonResponder:4";

    /** Asks. */
    @WebMethod(
            operationName = "GetEmployeeIncludingProtectedPerson",
            action = NAMESPACE + ":GetEmployeeIncludingProtectedPerson")
    @WebResult(
            name = "GetEmployeeIncludingProtectedPersonResponse",
            targetNamespace = NAMESPACE,
            partName = "parameters")
    GetEmployeeIncludingProtectedPersonResponseType getEmployee(
            @WebParam(
                            name = "LogicalAddress",
                            targetNamespace = "urn:riv:itintegration:registry:1",
                            header = true,
                            partName = "LogicalAddress")
                    String logicalAddress,
            @WebParam(
                            name = "GetEmployeeIncludingProtectedPerson",
                            targetNamespace = NAMESPACE,
                            partName = "parameters")
                    GetEmployeeIncludingProtectedPersonType question);
}
