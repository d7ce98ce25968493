/** What a directory's attributes and object classes are called: HSA's own schema, and the dialects of regions, as data. */
@NullMarked
package se.ehealthsdk.hsa.schema;

import org.jspecify.annotations.NullMarked;
