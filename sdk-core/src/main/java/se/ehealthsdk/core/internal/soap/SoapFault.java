package se.ehealthsdk.core.internal.soap;

/**
 * A SOAP 1.1 fault.
 *
 * @param code the local part of faultcode; "Server" when there was none
 * @param string faultstring; empty when there was none
 * @param detail the text in detail; empty when there was none
 */
public record SoapFault(String code, String string, String detail) {}
