package se.ehealthsdk.core.internal.soap;

import javax.xml.namespace.QName;

/** The names of SOAP 1.1 and of the RIV-TA address header. */
public final class Soap {

    public static final String NAMESPACE = "http://schemas.xmlsoap.org/soap/envelope/";
    public static final String REGISTRY = "urn:riv:itintegration:registry:1";
    public static final QName ENVELOPE = new QName(NAMESPACE, "Envelope");
    public static final QName HEADER = new QName(NAMESPACE, "Header");
    public static final QName BODY = new QName(NAMESPACE, "Body");
    public static final QName FAULT = new QName(NAMESPACE, "Fault");
    public static final String LOGICAL_ADDRESS = "LogicalAddress";
    public static final String CONTENT_TYPE = "text/xml; charset=UTF-8";

    private Soap() {}
}
