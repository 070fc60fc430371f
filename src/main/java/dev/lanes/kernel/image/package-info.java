/// Images and signals: noise, brightness, resizing, convolution.
package dev.lanes.kernel.image;

