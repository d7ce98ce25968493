package se.ehealthsdk.hsa.schema;

/**
 * A value that a region's directory has beyond HSA's schema, and that entries give under a name of its own.
 *
 * @param name the name in {@code additional} of the entry
 * @param attribute the attribute that holds it
 * @param syntax how it is written: what is not so is reported, and left out
 */
public record AdditionalValue(String name, String attribute, AttributeSyntax syntax) {}
