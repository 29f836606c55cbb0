/** RECAST scan requests: the points that somebody asks for, and the files that came with them. */
package org.recastal.study.request;
