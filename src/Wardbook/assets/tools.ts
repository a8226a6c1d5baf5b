// The row of buttons under a map, and the line that says what happened, which screen readers read out.

export interface Tools {
  button: (text: string, press: () => void) => HTMLButtonElement
  say: (words: string) => void
  link: (words: string, text: string, href: string) => void
}

export function tools (figure: HTMLElement): Tools {
  const middle = document.createElement('div')
  middle.className = 'w-map__middle'
  figure.querySelector('.w-map__canvas')?.append(middle)

  const row = document.createElement('div')
  row.className = 'w-map__tools'
  const says = document.createElement('p')
  says.className = 'w-map__says'
  says.setAttribute('role', 'status')
  figure.append(row, says)

  return {
    button (text, press) {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'govuk-button govuk-button--secondary'
      button.textContent = text
      button.addEventListener('click', press)
      row.append(button)
      return button
    },
    say (words) {
      says.textContent = words
    },
    link (words, text, href) {
      const link = document.createElement('a')
      link.className = 'govuk-link'
      link.href = href
      link.textContent = text
      says.replaceChildren(`${words} `, link)
    }
  }
}
