/**
 * Points on the map: RT 90, SWEREF 99 and latitude and longitude, and the distance between them.
 *
 * <p>Source: Lantmäteriet, Gauss conformal projection and the parameters of SWEREF 99 TM and RT 90 2.5 gon V.
 */
@NullMarked
package se.ehealthsdk.hsa.geodesy;

import org.jspecify.annotations.NullMarked;
