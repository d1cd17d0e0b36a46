import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/literata/opsz.css';
import '@fontsource-variable/literata/opsz-italic.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/today.css';
import './styles/review.css';
import './styles/card.css';
import './styles/options.css';
import './styles/lists.css';
import './styles/backups.css';
import './styles/profile.css';
import './styles/exchange.css';
import './styles/palette.css';
import './styles/commands.css';
import './styles/mock.css';
import './styles/interview.css';
import './styles/board.css';
import './styles/report.css';
import './styles/round.css';
import './styles/plan.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './api.ts';
import { App } from './app.tsx';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { forbidCode, trustNamedCharacters } from './trusted-text.ts';

trustNamedCharacters();
forbidCode();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <ErrorBoundary>
      <QueryClientProvider client={createQueryClient()}>
        <App />
      </QueryClientProvider>
    </ErrorBoundary>,
  );
}
