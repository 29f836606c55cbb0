/** A whole campaign rehearsed on made-up landscapes, before any computing time is used. */
package org.recastal.study.simulate;
