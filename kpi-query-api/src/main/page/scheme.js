// Dark or light, before anything is drawn: what was chosen here, else what the system says.
try {
  const chosen = localStorage.getItem('footlights.scheme')
  if (chosen === 'dark' || chosen === 'light') document.documentElement.dataset.scheme = chosen
} catch {
  // Without storage the system's scheme stays.
}
