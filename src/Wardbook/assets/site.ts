// Loaded on every page, after the page. Nothing here is needed: each line makes something that works already a little better.
import { Button } from 'govuk-frontend/dist/govuk/components/button/button.mjs'
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs'
import { SkipLink } from 'govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs'
import { followWhatGoesOn } from './follow'
import { offerLocation } from './location'

// What GOV.UK's components ask for before they start.
document.body.classList.add('js-enabled', 'govuk-frontend-supported')

for (const [name, Component] of [['govuk-button', Button], ['govuk-error-summary', ErrorSummary], ['govuk-skip-link', SkipLink]] as const) {
  for (const element of document.querySelectorAll<HTMLElement>(`[data-module="${name}"]`)) {
    new Component(element)
  }
}


// A table that fits needs no stop for the keyboard; one that scrolls does.
function onlyScrollingTablesStop (): void {
  for (const frame of document.querySelectorAll<HTMLElement>('.w-scroll')) {
    frame.toggleAttribute('tabindex', frame.scrollWidth > frame.clientWidth)
    if (frame.hasAttribute('tabindex')) {
      frame.tabIndex = 0
    }
  }
}

onlyScrollingTablesStop()
window.addEventListener('resize', onlyScrollingTablesStop, { passive: true })
offerLocation()
followWhatGoesOn()
