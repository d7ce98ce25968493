/** Points on the map: RT 90, SWEREF 99 and latitude and longitude, and the distance between them. */
@NullMarked
package se.ehealthsdk.hsa.geodesy;

import org.jspecify.annotations.NullMarked;
