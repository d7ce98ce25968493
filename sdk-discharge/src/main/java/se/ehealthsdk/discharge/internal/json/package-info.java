/** JSON as a small tree, read and written with jackson-core: no binding, no reflection. Not exported. */
@NullMarked
package se.ehealthsdk.discharge.internal.json;

import org.jspecify.annotations.NullMarked;
