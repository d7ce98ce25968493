package se.ehealthsdk.benchmarks.wire.storelog;

import jakarta.jws.WebMethod;
import jakarta.jws.WebParam;
import jakarta.jws.WebResult;
import jakarta.jws.WebService;
import jakarta.jws.soap.SOAPBinding;

/** StoreLog 2.0 for JAX-WS. */
@WebService(
        name = "StoreLogResponderInterface",
        targetNamespace = "urn:riv:informationsecurity:auditing:log:StoreLog:2:rivtabp21")
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public interface StoreLogPort {

    /** The namespace of the messages. */
    String NAMESPACE = "urn:riv:informationsecurity:auditing:log:StoreLogResponder:2";

    /** Stores. */
    @WebMethod(operationName = "StoreLog", action = NAMESPACE + ":StoreLog")
    @WebResult(name = "StoreLogResponse", targetNamespace = NAMESPACE, partName = "parameters")
    StoreLogResponseType storeLog(
            @WebParam(
                            name = "LogicalAddress",
                            targetNamespace = "urn:riv:itintegration:registry:1",
                            header = true,
                            partName = "LogicalAddress")
                    String logicalAddress,
            @WebParam(name = "StoreLog", targetNamespace = NAMESPACE, partName = "parameters")
                    StoreLogType order);
}
