import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/literata/opsz.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/recovery.css';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { RecoveryPage } from './features/recovery/recovery-page.tsx';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <ErrorBoundary>
      <RecoveryPage />
    </ErrorBoundary>,
  );
}
