/**
 * What a directory's attributes and object classes are called: HSA's own schema, and the dialects of regions, as data.
 *
 * <p>Source: HSA schema 5.x as told in field tables, contracts and code in use; each name in the file says how sure it is.
 */
@NullMarked
package se.ehealthsdk.hsa.schema;

import org.jspecify.annotations.NullMarked;
