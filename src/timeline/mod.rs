//! Events to chart, pure geometry: view, ticks, lanes, gathering, labels, theme, scene of plain shapes.
